import type { EntryKind } from './content-types/entry';
import { createStrategies } from './strategies';

const CUSTOMER = 'api::customer.customer';
const NOW = new Date('2026-03-01T12:00:00.000Z');
const asked: { kinds: readonly EntryKind[] }[] = [];
const moments: Date[] = [];

const strategies = new Map(
  createStrategies(
    {
      books: {
        within: async (where) => {
          asked.push(where);
          return where.records.slice(0, 1).map((record) => ({ record }));
        },
      },
      shares: {
        within: async ({ records, asOf }) => {
          moments.push(asOf);
          return records.slice(1);
        },
      },
    },
    (type) => type === CUSTOMER,
  ).map((strategy) => [strategy.scope, strategy]),
);

type Scope = 'own' | 'book' | 'shared';

const question = (type: string, ...holds: string[]) => ({ member: 'carla', type, holds: new Set(holds), territories: ['north'], asOf: NOW });
const predicateOf = (scope: Scope, type: string, ...holds: string[]) => strategies.get(scope)?.predicate(question(type, ...holds));
const factsOf = (scope: Scope) => strategies.get(scope)?.facts(question(CUSTOMER), ['acme', 'borealis']);

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
    expect([await factsOf('own'), await factsOf('book')]).toEqual([new Set(['acme']), new Set(['acme'])]);
    expect(asked.map(({ kinds }) => kinds)).toEqual([['owner'], ['owner', 'co-owner']]);
  });
});

describe('shared', () => {
  it('is what has not ended by the moment as of which the member was read, also of a type without owners', () => {
    const after = '2026-03-01T12:00:00.000Z';
    expect(predicateOf('shared', CUSTOMER, 'shared')).toEqual({ kind: 'entry', entryKind: 'shared', member: 'carla', type: CUSTOMER, after });
    expect(predicateOf('shared', 'api::article.article', 'shared')).toEqual({ kind: 'entry', entryKind: 'shared', member: 'carla', type: 'api::article.article', after });
  });

  it('is nothing for whom nothing was ever shared with, without a look', () => {
    expect(predicateOf('shared', CUSTOMER, 'co-owner')).toEqual({ kind: 'never' });
  });

  it('tells of known records as of the same moment', async () => {
    expect(await factsOf('shared')).toEqual(new Set(['borealis']));
    expect(moments).toEqual([NOW]);
  });
});
