import type { Strapi } from '../../host/strapi';
import { asConflict } from '../../host/unique-violation';
import { clockPort } from '../../kernel/clock';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { recordPort, type AuditActor } from '../../kernel/record';
import { accessOf, isOwned } from '../access';
import { membersOf } from '../members';
import { createBooksRepository } from './books.repository';

export interface Ownership {
  /** documentId of the owner, or null. */
  readonly owner: string | null;
  readonly coOwners: readonly string[];
}

export interface BulkOwnership {
  readonly record: string;
  readonly owner: string;
  readonly coOwners?: readonly string[];
}

const BY_SYSTEM: AuditActor = { kind: 'system' };

/** Entries: who owns a record, who helps, who wrote it. */
export const createBooksService = ({ strapi }: { strapi: Strapi }) => {
  const repository = createBooksRepository(strapi);
  const binding = (type: string) => accessOf(strapi).registry.bindings.get(type);

  /** One transaction, as the system: whether the caller may is for the door to ask before. */
  const transaction = <T>(work: () => Promise<T>): Promise<T> => asSystem(() => strapi.db.transaction(work)) as Promise<T>;

  const assertOwns = (type: string): void => {
    if (!binding(type)?.owns) throw new RosterError('UNKNOWN_TYPE', `"${type}" has no owners.`, { path: 'type' });
  };

  /** Active, and with a live role that may own. */
  const assertMayOwn = async (members: readonly string[], path: string): Promise<void> => {
    const now = clockPort.of(strapi)();
    const snapshot = await accessOf(strapi).snapshot();
    for (const documentId of new Set(members)) {
      const member = await membersOf(strapi).find(documentId);
      if (!member) throw new RosterError('UNKNOWN_MEMBER', undefined, { path });
      const grants = await membersOf(strapi).grants(documentId);
      const live = grants.filter(({ endsAt }) => endsAt === null || new Date(endsAt) > now).map(({ role }) => role);
      if (member.status !== 'active' || !snapshot.reach(live).mayOwn) throw new RosterError('CANNOT_OWN', undefined, { path });
    }
  };

  const assertRecord = async (type: string, record: string): Promise<void> => {
    if (!(await repository.exists(type, record))) throw new RosterError('NOT_FOUND');
  };

  const ownership = async (type: string, record: string): Promise<Ownership> => {
    const entries = await repository.of(type, record);
    return {
      owner: entries.find(({ kind }) => kind === 'owner')?.member ?? null,
      coOwners: entries.filter(({ kind }) => kind === 'co-owner').map(({ member }) => member),
    };
  };

  const service = {
    ownership,

    /** documentId of the member who wrote the record, or null: system code wrote it, or nobody knows. */
    author: (type: string, record: string) => repository.projected(type, record, 'author'),

    /**
     * Makes a member the only owner, or nobody. A new owner who was co-owner is co-owner no more.
     * @throws RosterError UNKNOWN_TYPE, NOT_FOUND, UNKNOWN_MEMBER, CANNOT_OWN, CONFLICT
     */
    async setOwner(type: string, record: string, member: string | null, by: AuditActor = BY_SYSTEM): Promise<Ownership> {
      assertOwns(type);
      return asConflict(() =>
        transaction(async () => {
          await assertRecord(type, record);
          if (member !== null) await assertMayOwn([member], 'owner');
          const before = await ownership(type, record);
          if (member === null) await repository.remove({ type, record, kind: 'owner' });
          else {
            await repository.remove({ type, record, member, kind: 'co-owner' });
            await repository.putOwner(type, record, member);
          }
          await repository.project(type, [record], member);
          if (before.owner !== member) {
            await recordPort.of(strapi)({ action: 'owner.changed', actor: by, target: { type, id: record }, details: { from: before.owner, to: member } });
          }
          return ownership(type, record);
        }),
      );
    },

    /** @throws RosterError UNKNOWN_TYPE, NOT_FOUND, UNKNOWN_MEMBER, CANNOT_OWN, OWNER_IS_NO_CO_OWNER, CONFLICT */
    async addCoOwner(type: string, record: string, member: string, by: AuditActor = BY_SYSTEM): Promise<Ownership> {
      assertOwns(type);
      return asConflict(() =>
        transaction(async () => {
          await assertRecord(type, record);
          await assertMayOwn([member], 'coOwner');
          const before = await ownership(type, record);
          if (before.owner === member) throw new RosterError('OWNER_IS_NO_CO_OWNER', undefined, { path: 'coOwner' });
          await repository.add([{ type, record, member, kind: 'co-owner' }]);
          const after = await ownership(type, record);
          // The unique seat decides against a change of owner at the same time: then nothing was added.
          if (!after.coOwners.includes(member)) throw new RosterError('CONFLICT');
          if (!before.coOwners.includes(member)) {
            await recordPort.of(strapi)({ action: 'co-owner.added', actor: by, target: { type, id: record }, details: { member } });
          }
          return after;
        }),
      );
    },

    async removeCoOwner(type: string, record: string, member: string, by: AuditActor = BY_SYSTEM): Promise<Ownership> {
      assertOwns(type);
      return transaction(async () => {
        await assertRecord(type, record);
        const removed = await repository.remove({ type, record, member, kind: 'co-owner' });
        if (removed > 0) {
          await recordPort.of(strapi)({ action: 'co-owner.removed', actor: by, target: { type, id: record }, details: { member } });
        }
        return ownership(type, record);
      });
    },

    /**
     * Gives unowned records their owners in one transaction: imports and seeds. Owned ones are left alone.
     * @throws RosterError UNKNOWN_TYPE, UNKNOWN_MEMBER, CANNOT_OWN, OWNER_IS_NO_CO_OWNER
     */
    async setOwners(type: string, list: readonly BulkOwnership[], by: AuditActor = BY_SYSTEM): Promise<void> {
      assertOwns(type);
      await transaction(async () => {
        await assertMayOwn(list.flatMap(({ owner, coOwners = [] }) => [owner, ...coOwners]), 'owner');
        const twice = list.findIndex(({ owner, coOwners = [] }) => coOwners.includes(owner));
        if (twice >= 0) throw new RosterError('OWNER_IS_NO_CO_OWNER', undefined, { path: `[${twice}].coOwners` });
        await repository.addOwners(type, list.map(({ record, owner }) => ({ record, member: owner })));
        await repository.add(
          list.flatMap(({ record, coOwners = [] }) => coOwners.map((member) => ({ type, record, member, kind: 'co-owner' as const }))),
        );
        await repository.projectAll(type, 'owner', list.map(({ record }) => record));
        await recordPort.of(strapi)(
          ...list.map(({ record, owner }) => ({ action: 'owner.changed' as const, actor: by, target: { type, id: record }, details: { from: null, to: owner } })),
        );
      });
    },

    /** Says who wrote records. What has an author keeps him. */
    async setAuthors(type: string, list: readonly { readonly record: string; readonly author: string }[]): Promise<void> {
      await transaction(async () => {
        await repository.add(list.map(({ record, author }) => ({ type, record, member: author, kind: 'author' as const })));
        const governed = binding(type);
        if (governed && isOwned(governed)) await repository.projectAll(type, 'author', list.map(({ record }) => record));
      });
    },
  };
  return service;
};

export type BooksService = ReturnType<typeof createBooksService>;
