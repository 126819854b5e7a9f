import { holdingRecord } from '../../host/row-lock';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { asConflict } from '../../host/unique-violation';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { recordPort, type AuditActor } from '../../kernel/record';
import type { BooksRepository } from './books.repository';
import { BY_HAND } from './cause';
import { assertMayOwn, assertOwns } from './eligibility';
import { createHistory } from './history';
import { ownershipOf, type Ownership } from './ownership';

/** One change of one record by hand, and on whose word. */
export interface Change {
  readonly type: string;
  readonly record: string;
  readonly by: AuditActor;
}

/** Changes of a single record's entries by hand: each in one transaction, with its line of history and its audit entry. */
export const createChanges = (strapi: Strapi, repository: BooksRepository) => {
  const history = createHistory(strapi);

  /** As the system: whether the caller may is for the door to ask before. Whom a unique index refuses gets a 409. */
  const changing = ({ type, record }: Change, work: (before: Ownership) => Promise<void>): Promise<Ownership> => {
    assertOwns(strapi, type);
    return asConflict(() =>
      asSystem(() =>
        transaction(strapi, () =>
          holdingRecord(strapi, { uid: type, documentId: record }, async () => {
            if (!(await repository.exists(type, record))) throw new RosterError('NOT_FOUND');
            await work(await ownershipOf(repository, type, record));
            return ownershipOf(repository, type, record);
          }),
        ),
      ),
    );
  };

  return {
    setOwner: (change: Change, member: string | null) =>
      changing(change, async (before) => {
        const { type, record, by } = change;
        if (member === null) await repository.remove({ type, record, kind: 'owner' });
        else {
          await assertMayOwn(strapi, [member], 'owner');
          await repository.remove({ type, record, member, kind: 'co-owner' });
          await repository.putOwner(type, record, member, BY_HAND);
        }
        await repository.project(type, [record], member);
        if (before.owner === member) return;
        await history.write([{ type, record, seat: 'owner', from: before.owner, to: member, by, cause: BY_HAND }]);
        await recordPort.of(strapi)({ action: 'owner.changed', actor: by, target: { type, id: record }, details: { from: before.owner, to: member } });
      }),

    addCoOwner: (change: Change, member: string) =>
      changing(change, async (before) => {
        const { type, record, by } = change;
        await assertMayOwn(strapi, [member], 'coOwner');
        if (before.owner === member) throw new RosterError('OWNER_IS_NO_CO_OWNER', undefined, { path: 'coOwner' });
        if (before.coOwners.includes(member)) return;
        await repository.add([{ type, record, member, kind: 'co-owner' }]);
        // The unique seat decides against a change of owner at the same time: then nothing was added.
        const { coOwners } = await ownershipOf(repository, type, record);
        if (!coOwners.includes(member)) throw new RosterError('CONFLICT');
        await history.write([{ type, record, seat: 'co-owner', from: null, to: member, by, cause: BY_HAND }]);
        await recordPort.of(strapi)({ action: 'co-owner.added', actor: by, target: { type, id: record }, details: { member } });
      }),

    removeCoOwner: (change: Change, member: string) =>
      changing(change, async () => {
        const { type, record, by } = change;
        if ((await repository.remove({ type, record, member, kind: 'co-owner' })) === 0) return;
        await history.write([{ type, record, seat: 'co-owner', from: member, to: null, by, cause: BY_HAND }]);
        await recordPort.of(strapi)({ action: 'co-owner.removed', actor: by, target: { type, id: record }, details: { member } });
      }),
  };
};
