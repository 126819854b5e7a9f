import { ownersOfRecord } from '../../../../../contracts/requests';
import { atTheDoor } from '../../../host/http-errors';
import type { Strapi } from '../../../host/strapi';
import { transaction } from '../../../host/transaction';
import { auditActor } from '../../../kernel/actor';
import { doorPort } from '../../../kernel/door';
import type { AuditActor } from '../../../kernel/record';
import { validData } from '../../../kernel/validate';
import { decide } from '../../access';
import { writtenRecord, type DocumentContext, type Next } from '../document-context';
import { isOwnerField, type Data, type VirtualField } from '../domain/virtual-fields';
import { CHANGE_OWNERS } from '../owners';
import { createAssign, type Assignment } from './assign';
import type { Offers } from './site';

interface Pending {
  readonly assignment: Assignment;
  readonly by: AuditActor;
}

/**
 * The data of a write in two; undefined when it names none of our fields. What one may do is left out of both: a
 * record may be sent back as it was read.
 */
export const splitData = (offered: readonly VirtualField[] | undefined, data: Data): { readonly own: Data; readonly rest: Data } | undefined => {
  const fieldOf = (key: string) => offered?.find((field) => field === key);
  const entries = Object.entries(data);
  const rest = entries.filter(([key]) => fieldOf(key) === undefined);
  if (rest.length === entries.length) return undefined;
  return { own: Object.fromEntries(entries.filter(([key]) => isOwnerField(fieldOf(key)))), rest: Object.fromEntries(rest) };
};

/**
 * Owners in the data of a write, by whichever door. Asked for outermost, while it is known who writes, and before
 * any look-up; carried out within the write's own transaction.
 */
export const createOwnerWrites = (strapi: Strapi, offers: Offers) => {
  const pending = new WeakMap<DocumentContext, Pending>();

  /** @throws 403 with the path, RosterError VALIDATION_FAILED */
  const demand = ({ uid, action, params }: DocumentContext, own: Data): Pending => {
    const door = doorPort.of(strapi);
    const actor = door.actor();
    if (decide(actor, CHANGE_OWNERS.feature, CHANGE_OWNERS.action).code) {
      const question = { type: uid, operation: action, ...(params.documentId !== undefined && { record: params.documentId }), ...CHANGE_OWNERS };
      throw door.refuse(question, { path: `data.${Object.keys(own)[0]}` });
    }
    return { assignment: validData(ownersOfRecord, { data: own }), by: auditActor(actor) };
  };

  return {
    /** In `register`, before the guards: the outermost. */
    takeIn(): void {
      strapi.documents.use((async (context: DocumentContext, next: Next) => {
        const split = context.params.data && splitData(offers.get(context.uid), context.params.data);
        if (!split) return next();
        return atTheDoor(() => {
          if (Object.keys(split.own).length > 0) pending.set(context, demand(context, split.own));
          context.params = { ...context.params, data: split.rest };
          return next();
        });
      }) as never);
    },

    /** In `bootstrap`, behind the guards: in their transaction, as the system. */
    carryOut(): void {
      const assign = createAssign(strapi);
      strapi.documents.use((async (context: DocumentContext, next: Next) => {
        const wanted = pending.get(context);
        if (!wanted) return next();
        return transaction(strapi, async () => {
          const result = await next();
          const record = writtenRecord(context, result);
          // Nothing was written: the record is not there, or not for the caller.
          if (result && record !== undefined) await assign({ type: context.uid, record, by: wanted.by }, wanted.assignment);
          return result;
        });
      }) as never);
    },
  };
};
