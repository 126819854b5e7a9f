import type { EntryKind } from './content-types/entry';
import type { BooksRepository } from './books.repository';
import { createStrategies } from './strategies';

const CUSTOMER = 'api::customer.customer';
const asked: { kinds: readonly EntryKind[] }[] = [];
const repository = {
  within: async (where: { kinds: readonly EntryKind[]; records: readonly string[] }) => {
    asked.push(where);
    return where.records.slice(0, 1).map((record) => ({ record }));
  },
} as unknown as BooksRepository;

const strategies = new Map(createStrategies(repository, (type) => type === CUSTOMER).map((strategy) => [strategy.scope, strategy]));
const predicateOf = (scope: 'own' | 'book', type: string, ...holds: string[]) => strategies.get(scope)?.predicate({ member: 'carla', type, holds: new Set(holds) });

const owned = { kind: 'equals', attribute: 'rosterOwner', value: 'carla' };
const helped = { kind: 'entry', entryKind: 'co-owner', member: 'carla', type: CUSTOMER };

describe('own and book', () => {
  it('are the column of the row itself for who helps nobody: an empty book is no row, not every row', () => {
    expect(predicateOf('own', CUSTOMER)).toEqual(owned);
    expect(predicateOf('book', CUSTOMER)).toEqual(owned);
    expect(predicateOf('book', CUSTOMER, 'shared')).toEqual(owned);
  });

  it('differ by what one co-owns', () => {
    expect(predicateOf('own', CUSTOMER, 'co-owner')).toEqual(owned);
    expect(predicateOf('book', CUSTOMER, 'co-owner')).toEqual({ kind: 'any', of: [owned, helped] });
  });

  it('reach nothing of a type without owners', () => {
    for (const scope of ['own', 'book'] as const) expect(predicateOf(scope, 'api::note.note', 'co-owner')).toEqual({ kind: 'never' });
  });

  it('tell of known records by the same kinds of entries', async () => {
    const facts = async (scope: 'own' | 'book') => strategies.get(scope)?.facts({ member: 'carla', type: CUSTOMER }, ['acme', 'borealis']);
    expect([await facts('own'), await facts('book')]).toEqual([new Set(['acme']), new Set(['acme'])]);
    expect(asked.map(({ kinds }) => kinds)).toEqual([['owner'], ['owner', 'co-owner']]);
  });
});
