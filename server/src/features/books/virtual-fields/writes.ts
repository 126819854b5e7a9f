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
import type { Data, VirtualField } from '../domain/virtual-fields';
import { CHANGE_OWNERS } from '../owners';
import { createAssign, type Assignment } from './assign';
import type { Offers } from './site';

interface Pending {
  readonly assignment: Assignment;
  readonly by: AuditActor;
}

/** The data of a write in two; undefined when it says nothing of owners. */
export const splitData = (offered: readonly VirtualField[] | undefined, data: Data): { readonly own: Data; readonly rest: Data } | undefined => {
  const isOurs = ([key]: [string, unknown]) => offered?.some((field) => field === key) ?? false;
  const entries = Object.entries(data);
  if (!entries.some(isOurs)) return undefined;
  return { own: Object.fromEntries(entries.filter(isOurs)), rest: Object.fromEntries(entries.filter((entry) => !isOurs(entry))) };
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
          pending.set(context, demand(context, split.own));
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
