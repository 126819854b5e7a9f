import type { ScopeStrategy } from '../../kernel/scope-strategy';
import { NEVER, any } from '../../kernel/predicate';
import type { BooksRepository } from './books.repository';
import type { EntryKind } from './content-types/entry';
import { OWNER_ATTRIBUTE } from '../../kernel/owner-attribute';

/** `own` and `book`. A type without owners is in nobody's book. */
export const createStrategies = (repository: BooksRepository, owns: (type: string) => boolean): ScopeStrategy[] => {
  const facts =
    (kinds: readonly EntryKind[]): ScopeStrategy['facts'] =>
    async ({ member, type }, records) =>
      new Set((await repository.within({ type, member, kinds, records })).map(({ record }) => record));

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
  ];
};
