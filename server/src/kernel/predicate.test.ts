import fc from 'fast-check';
import { ALWAYS, NEVER, any, every, isSame, oneOf, variesByRow, via, type Predicate } from './predicate';

interface Row {
  readonly owner: string | null;
  readonly entries: readonly string[];
  readonly customer?: Row | undefined;
}

/** What a predicate means, said the slow way. */
const holds = (predicate: Predicate, row: Row): boolean => {
  switch (predicate.kind) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'equals':
      return row.owner === predicate.value;
    case 'oneOf':
      return row.owner !== null && predicate.values.includes(row.owner);
    case 'entry':
      return row.entries.includes(predicate.member);
    case 'via':
      return row.customer !== undefined && holds(predicate.target, row.customer);
    case 'any':
      return predicate.of.some((part) => holds(part, row));
    case 'every':
      return predicate.of.every((part) => holds(part, row));
  }
};

const equals = (value: string | null): Predicate => ({ kind: 'equals', attribute: 'owner', value });
const entry = (member: string): Predicate => ({ kind: 'entry', member, type: 'customer', entryKind: 'co-owner' });
const through = (target: Predicate): Predicate => ({ kind: 'via', attribute: 'customer', targetType: 'customer', target });

const people = fc.constantFrom('carla', 'chen');
const simple = fc.oneof(fc.constant(ALWAYS), fc.constant(NEVER), fc.option(people).map(equals), people.map(entry), fc.subarray(['carla', 'chen']).map((values) => oneOf('owner', values)), fc.option(people).map((who) => through(equals(who))));
const predicate: fc.Arbitrary<Predicate> = fc.oneof(simple, fc.array(simple, { maxLength: 3 }).map((of) => any(...of)), fc.array(simple, { maxLength: 3 }).map((of) => every(...of)));
const predicates = fc.array(predicate, { maxLength: 4 });
const plain = fc.record({ owner: fc.option(people), entries: fc.subarray(['carla', 'chen']) });
const row: fc.Arbitrary<Row> = fc.record({ owner: fc.option(people), entries: fc.subarray(['carla', 'chen']), customer: fc.option(plain, { nil: undefined }) });

describe('predicates', () => {
  it('`any` is OR, `every` is AND, whatever they fold away', () => {
    fc.assert(
      fc.property(predicates, row, (of, at) => {
        expect(holds(any(...of), at)).toBe(of.some((part) => holds(part, at)));
        expect(holds(every(...of), at)).toBe(of.every((part) => holds(part, at)));
      }),
    );
  });

  it('nothing to choose from is nothing allowed, nothing to satisfy is no condition', () => {
    expect([any(), every()]).toEqual([NEVER, ALWAYS]);
  });

  it('all of something is told from some of it at a glance: what is trivial is folded to ALWAYS or NEVER', () => {
    fc.assert(
      fc.property(predicates, (of) => {
        expect(any(ALWAYS, ...of)).toBe(ALWAYS);
        expect(every(NEVER, ...of)).toBe(NEVER);
        for (const folded of [any(...of), every(...of)]) {
          if (folded.kind !== 'any' && folded.kind !== 'every') continue;
          expect(folded.of.length).toBeGreaterThan(1);
          expect(folded.of.filter(({ kind }) => kind === 'always' || kind === 'never')).toEqual([]);
          expect(folded.of.filter((part, index) => folded.of.some((other, at) => at < index && isSame(part, other)))).toEqual([]);
        }
      }),
    );
  });

  it('a trivial condition on the record behind a relation is no join', () => {
    expect([via('customer', 'customer', ALWAYS), via('customer', 'customer', NEVER)]).toEqual([ALWAYS, NEVER]);
    expect(via('customer', 'customer', equals('carla'))).toEqual(through(equals('carla')));
  });

  it('one of no values is nothing', () => {
    expect([oneOf('territory', []), oneOf('territory', ['north'])]).toEqual([NEVER, { kind: 'oneOf', attribute: 'territory', values: ['north'] }]);
  });

  it('that a row of a record may satisfy alone are those on its own columns and relations', () => {
    const north = oneOf('territory', ['north']);
    expect([north, through(equals('carla')), any(equals('carla'), north), every(entry('carla'), through(north))].map(variesByRow)).toEqual([true, true, true, true]);
    expect([ALWAYS, NEVER, equals('carla'), entry('carla'), any(equals('carla'), entry('carla'))].map(variesByRow)).toEqual([false, false, false, false, false]);
  });
});
