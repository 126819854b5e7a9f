import type { ScopeStrategy } from '../../kernel/scope-strategy';
import { NEVER, any } from '../../kernel/predicate';
import type { BooksRepository } from './books.repository';
import type { EntryKind } from './content-types/entry';
import { OWNER_ATTRIBUTE } from '../../kernel/owner-attribute';
import type { SharesRepository } from './shares.repository';

interface Repositories {
  readonly books: Pick<BooksRepository, 'within'>;
  readonly shares: Pick<SharesRepository, 'within'>;
}

/** `own`, `book` and `shared`. A type without owners is in nobody's book; shared can be what has none. */
export const createStrategies = ({ books, shares }: Repositories, owns: (type: string) => boolean): ScopeStrategy[] => {
  const facts =
    (kinds: readonly EntryKind[]): ScopeStrategy['facts'] =>
    async ({ member, type }, records) =>
      new Set((await books.within({ type, member, kinds, records })).map(({ record }) => record));

  const ownPredicate: ScopeStrategy['predicate'] = ({ member, type }) =>
    owns(type) ? { kind: 'equals', attribute: OWNER_ATTRIBUTE, value: member } : NEVER;

  return [
    { scope: 'own', predicate: ownPredicate, facts: facts(['owner']) },
    {
      scope: 'book',
      predicate(question) {
        const { member, type, holds } = question;
        if (!owns(type) || !holds.has('co-owner')) return ownPredicate(question);
        return any(ownPredicate(question), { kind: 'entry', entryKind: 'co-owner', member, type });
      },
      facts: facts(['owner', 'co-owner']),
    },
    {
      scope: 'shared',
      predicate: ({ member, type, holds, asOf }) => (holds.has('shared') ? { kind: 'entry', entryKind: 'shared', member, type, after: asOf.toISOString() } : NEVER),
      facts: async ({ member, type, asOf }, records) => new Set(await shares.within({ type, member, records, asOf })),
    },
  ];
};
