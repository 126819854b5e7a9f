import fc from 'fast-check';
import { takeTurn, type Candidate, type TurnState } from '.';

const MODES = ['strict', 'least', 'weighted'] as const;

const somebody = (member: string, rank: number, more: Partial<Candidate> = {}): Candidate => ({ member, rank, weight: 1, load: 0, isFree: true, ...more });

/** Gives away n records, one turn after the other, as a site would: what one gets counts for him. */
const give = (mode: (typeof MODES)[number], n: number, pool: readonly Candidate[], from: TurnState = {}) => {
  const loads = new Map(pool.map(({ member, load }) => [member, load]));
  const got = new Map<string, number>(pool.map(({ member }) => [member, 0]));
  let state = from;
  let nobody = 0;
  for (let turn = 0; turn < n; turn += 1) {
    const taken = takeTurn(mode, pool.map((candidate) => ({ ...candidate, load: loads.get(candidate.member) ?? 0 })), state);
    state = taken.state;
    if (taken.member === null) nobody += 1;
    else {
      loads.set(taken.member, (loads.get(taken.member) ?? 0) + 1);
      got.set(taken.member, (got.get(taken.member) ?? 0) + 1);
    }
  }
  return { got: Object.fromEntries(got), state, nobody, loads };
};

describe('a rotation', () => {
  it.each(MODES)('%s: is fair within one, however many take part and however much there is', (mode) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 100 }), (people, records) => {
        const { got } = give(mode, records, Array.from({ length: people }, (_, rank) => somebody(`m${rank}`, rank)));
        const counts = Object.values(got);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(records);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each(MODES)('%s: chooses nobody where nobody is free, and whoever is free alone', (mode) => {
    const busy = [somebody('ana', 0, { isFree: false }), somebody('bob', 1, { weight: 0 })];
    expect(give(mode, 3, busy)).toMatchObject({ got: { ana: 0, bob: 0 }, nobody: 3 });
    expect(give(mode, 3, [...busy, somebody('cleo', 2)]).got).toEqual({ ana: 0, bob: 0, cleo: 3 });
  });

  it.each(MODES)('%s: whoever comes back from leave gets no more than his share', (mode) => {
    const pool = [somebody('ana', 0), somebody('bob', 1), somebody('cleo', 2)];
    const away = give(mode, 20, pool.map((one) => (one.member === 'ana' ? { ...one, isFree: false } : one)));
    expect(away.got['ana']).toBe(0);
    const back = give(mode, 9, pool.map((one) => ({ ...one, load: away.loads.get(one.member) ?? 0 })), away.state);
    expect(back.got).toEqual({ ana: 3, bob: 3, cleo: 3 });
  });

  it('strict: goes in the set order, and somebody new changes no other place', () => {
    const pool = [somebody('ana', 0), somebody('bob', 1), somebody('cleo', 5)];
    let { state } = give('strict', 1, pool);
    const order: (string | null)[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const taken = takeTurn('strict', [...pool, somebody('dora', 3)], state);
      order.push(taken.member);
      state = taken.state;
    }
    expect(order).toEqual(['bob', 'dora', 'cleo', 'ana', 'bob']);
  });

  it('weighted: weights of 1 and 3 give 10 and 30 of 40, spread over the turns', () => {
    const pool = [somebody('ana', 0), somebody('bob', 1, { weight: 3 })];
    expect(give('weighted', 40, pool).got).toEqual({ ana: 10, bob: 30 });
    expect(give('weighted', 4, pool).got).toEqual({ ana: 1, bob: 3 });
  });

  it('least: fills up whoever has less, and somebody new begins with nothing', () => {
    expect(give('least', 6, [somebody('ana', 0, { load: 5 }), somebody('bob', 1, { load: 1 })]).got).toEqual({ ana: 1, bob: 5 });
  });
});
