import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { isOwned } from '../../kernel/binding';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { recordPort, type AuditActor } from '../../kernel/record';
import { accessOf } from '../access';
import type { BooksRepository } from './books.repository';
import { createHistory } from './history';
import { assertMayOwn, assertOwns } from './eligibility';

export interface BulkOwnership {
  readonly record: string;
  readonly owner: string;
  readonly coOwners?: readonly string[];
}

export interface BulkAuthorship {
  readonly record: string;
  readonly author: string;
}

/** Many records at once: imports and seeds. What has an owner or an author keeps him. */
export const createBulk = (strapi: Strapi, repository: BooksRepository) => {
  const history = createHistory(strapi);
  const assertRecords = async (type: string, list: readonly BulkOwnership[]): Promise<void> => {
    const existing = new Set(await repository.existingAmong(type, list.map(({ record }) => record)));
    const index = list.findIndex(({ record }) => !existing.has(record));
    if (index >= 0) throw new RosterError('NOT_FOUND', undefined, { path: `[${index}].record` });
  };

  return {
    async setOwners(type: string, list: readonly BulkOwnership[], by: AuditActor): Promise<void> {
      assertOwns(strapi, type);
      const twice = list.findIndex(({ owner, coOwners = [] }) => coOwners.includes(owner));
      if (twice >= 0) throw new RosterError('OWNER_IS_NO_CO_OWNER', undefined, { path: `[${twice}].coOwners` });
      await asSystem(() =>
        transaction(strapi, async () => {
          await assertMayOwn(strapi, list.flatMap(({ owner, coOwners = [] }) => [owner, ...coOwners]), 'owner');
          await assertRecords(type, list);
          const owned = new Set(await repository.ownedAmong(type, list.map(({ record }) => record)));
          const unowned = list.filter(({ record }) => !owned.has(record));
          await repository.addOwners(type, unowned.map(({ record, owner }) => ({ record, member: owner })), 'import');
          await repository.add(
            list.flatMap(({ record, coOwners = [] }) => coOwners.map((member) => ({ type, record, member, kind: 'co-owner' as const }))),
          );
          await repository.projectAll(type, 'owner', list.map(({ record }) => record));
          const cause = { source: 'import' as const };
          await history.write(unowned.map(({ record, owner }) => ({ type, record, seat: 'owner', from: null, to: owner, by, cause })));
          await recordPort.of(strapi)(
            ...unowned.map(({ record, owner }) => ({ action: 'owner.changed' as const, actor: by, target: { type, id: record }, details: { from: null, to: owner } })),
          );
        }),
      );
    },

    async setAuthors(type: string, list: readonly BulkAuthorship[]): Promise<void> {
      const binding = accessOf(strapi).registry.bindings.get(type);
      await asSystem(() =>
        transaction(strapi, async () => {
          await repository.add(list.map(({ record, author }) => ({ type, record, member: author, kind: 'author' as const })));
          if (binding && isOwned(binding)) await repository.projectAll(type, 'author', list.map(({ record }) => record));
        }),
      );
    },
  };
};
