import type { Condition, FieldCondition, Operator, Scalar } from '../../../../../contracts/conditions';
import { compileRules } from './compile';
import type { FieldCatalogue } from './fields';

const CATALOGUE: FieldCatalogue = new Map([
  ['name', { kind: 'text' }],
  ['arr', { kind: 'number' }],
  ['active', { kind: 'boolean' }],
  ['since', { kind: 'date' }],
  ['tier', { kind: 'enum', values: ['starter', 'growth', 'enterprise'] }],
  ['segment', { kind: 'relation', target: 'api::segment.segment' }],
  ['segment.name', { kind: 'text' }],
  ['tags', { kind: 'relation', target: 'api::tag.tag' }],
  ['address.city', { kind: 'text' }],
  ['contacts.email', { kind: 'text' }],
  ['contacts.age', { kind: 'number' }],
  ['toString', { kind: 'text' }],
]);

const compile = (...conditions: readonly Condition[]) => compileRules(conditions.map((when, index) => ({ id: `r${index}`, when })), CATALOGUE);
const on = (field: string, operator: Operator, value?: Scalar | readonly Scalar[]): FieldCondition => ({ field, operator, ...(value !== undefined && { value }) });
const matches = (when: Condition, record: unknown): boolean => compile(when).first(record) === 0;

/** For each record, whether the condition holds. */
const answers = (when: Condition, records: readonly unknown[]): boolean[] => records.map((record) => matches(when, record));

describe('all customers with segment Enterprise LATAM and ARR above 50k', () => {
  const when: Condition = { all: [on('segment.name', 'equals', 'Enterprise LATAM'), on('arr', 'above', 50_000)] };
  const customer = (arr: number, name = 'Enterprise LATAM') => ({ name: 'Acme', arr, segment: { documentId: 'seg1', name } });

  it('segment.name equals "Enterprise LATAM" and arr above 50000: 50001 matches, 50000 does not', () => {
    expect(answers(when, [customer(50_001), customer(50_000)])).toEqual([true, false]);
  });

  it('asks for both', () => {
    expect(answers(when, [customer(60_000, 'SMB'), customer(60_000, 'enterprise latam'), { arr: 60_000, segment: null }, { arr: 60_000 }, { segment: { name: 'Enterprise LATAM' } }])).toEqual([false, false, false, false, false]);
  });

  it('of no condition holds for every record', () => {
    expect(answers({ all: [] }, [customer(1), {}])).toEqual([true, true]);
    expect(compile(when, { all: [] }).first(customer(1))).toBe(1);
  });

  it('says for a person what was asked and what was found', () => {
    const compiled = compile(on('name', 'empty'), when);
    expect(compiled.trace(customer(50_000), 1)).toEqual([
      { field: 'segment.name', operator: 'equals', expected: 'Enterprise LATAM', actual: 'Enterprise LATAM', holds: true },
      { field: 'arr', operator: 'above', expected: 50_000, actual: 50_000, holds: false },
    ]);
    expect(compiled.trace(customer(1), 0)).toEqual([{ field: 'name', operator: 'empty', expected: null, actual: 'Acme', holds: false }]);
    expect([compiled.trace(customer(1), 2), compiled.trace(customer(1), -1)]).toEqual([[], []]);
  });
});

describe('numbers', () => {
  const records = [{ arr: 4 }, { arr: 5 }, { arr: 6 }, { arr: 7 }, {}];
  it.each<[Operator, Scalar | readonly Scalar[], boolean[]]>([
    ['equals', 5, [false, true, false, false, false]],
    ['notEquals', 5, [true, false, true, true, true]],
    ['in', [4, 6], [true, false, true, false, false]],
    ['notIn', [4, 6], [false, true, false, true, true]],
    ['above', 5, [false, false, true, true, false]],
    ['atLeast', 5, [false, true, true, true, false]],
    ['below', 6, [true, true, false, false, false]],
    ['atMost', 6, [true, true, true, false, false]],
    ['between', [5, 6], [false, true, true, false, false]],
  ])('%s %j', (operator, value, expected) => {
    expect(answers(on('arr', operator, value), records)).toEqual(expected);
  });

  it('may come as text, as large ones do from a database; what is no number is nothing', () => {
    expect(answers(on('arr', 'above', 5), [{ arr: '6' }, { arr: '5' }, { arr: '' }, { arr: 'six' }, { arr: NaN }, { arr: Infinity }, { arr: true }])).toEqual([true, false, false, false, false, false, false]);
    expect(answers(on('arr', 'empty'), [{ arr: 0 }, { arr: ' ' }, { arr: NaN }])).toEqual([false, true, true]);
  });
});

describe('texts', () => {
  it('are the same to the letter, and are looked into without regard to capitals', () => {
    const records = [{ name: 'Acme Inc' }, { name: 'acme inc' }, { name: 'The Acme' }];
    expect(answers(on('name', 'equals', 'Acme Inc'), records)).toEqual([true, false, false]);
    expect(answers(on('name', 'in', ['Acme Inc', 'x']), records)).toEqual([true, false, false]);
    expect(answers(on('name', 'contains', 'ACME'), records)).toEqual([true, true, true]);
    expect(answers(on('name', 'startsWith', 'aCME'), records)).toEqual([true, true, false]);
    expect(answers(on('name', 'endsWith', 'INC'), records)).toEqual([true, true, false]);
    expect(answers(on('name', 'matches', 'ACME*'), records)).toEqual([true, true, false]);
    expect(answers(on('name', 'matches', '*acme'), records)).toEqual([false, false, true]);
  });

  it('are looked into the same way when many rules do', () => {
    const many = (...values: string[]) => compile(...values.flatMap((value) => [on('name', 'contains', value), on('name', 'startsWith', value), on('name', 'matches', `${value}*`), on('name', 'endsWith', value)]));
    const compiled = many('ŁÓDŹ', 'Ωmega', 'x', 'y', 'v');
    expect(['w łódź dzisiaj', 'Łódź jest', 'łódź', 'ωMEGA 7', 'łodź', 'x'].map((name) => [0, 1, 3, 5].map((start) => compiled.firstFrom({ name }, start)))).toEqual([
      [0, -1, -1, -1], [0, 1, -1, -1], [0, 1, 3, -1], [4, 4, 4, 5], [-1, -1, -1, -1], [8, 8, 8, 8],
    ]);
  });

  it('that are no text are nothing', () => {
    expect(answers(on('name', 'contains', '1'), [{ name: 1 }, { name: ['1'] }, { name: { 1: '1' } }])).toEqual([false, true, false]);
  });
});

describe('dates', () => {
  it('are compared as moments, whatever their zone; a day begins at midnight UTC', () => {
    const records = [{ since: '2026-01-31' }, { since: '2026-01-31T00:00:00.000Z' }, { since: '2026-01-31T02:00:00+02:00' }, { since: new Date('2026-01-31') }, { since: '2026-01-31T00:00:01Z' }, { since: 'soon' }, {}];
    expect(answers(on('since', 'equals', '2026-01-31T01:00:00+01:00'), records)).toEqual([true, true, true, true, false, false, false]);
    expect(answers(on('since', 'above', '2026-01-31'), records)).toEqual([false, false, false, false, true, false, false]);
    expect(answers(on('since', 'between', ['2026-01-30', '2026-01-31']), records)).toEqual([true, true, true, true, false, false, false]);
    expect(answers(on('since', 'in', ['2025-01-01', '2026-01-31']), records)).toEqual([true, true, true, true, false, false, false]);
  });

  it('are told as the record has them', () => {
    const compiled = compile(on('since', 'above', '2026-01-01'));
    expect([{ since: '2026-01-31' }, { since: new Date('2026-01-31') }, {}].map((record) => compiled.trace(record, 0)[0]?.actual)).toEqual(['2026-01-31', '2026-01-31T00:00:00.000Z', null]);
  });
});

describe('relations, enumerations, booleans', () => {
  it('a related record is told by its documentId', () => {
    const records = [{ segment: { documentId: 's1', name: 'SMB' } }, { segment: { documentId: 's2' } }, { segment: null }, { segment: { name: 's1' } }, { segment: 's1' }];
    expect(answers(on('segment', 'equals', 's1'), records)).toEqual([true, false, false, false, false]);
    expect(answers(on('segment', 'notIn', ['s1']), records)).toEqual([false, true, true, true, true]);
    expect(answers(on('segment', 'empty'), records)).toEqual([false, false, true, true, true]);
    expect(compile(on('segment', 'equals', 's1')).trace(records[1], 0)).toEqual([{ field: 'segment', operator: 'equals', expected: 's1', actual: 's2', holds: false }]);
  });

  it('false is a value', () => {
    const records = [{ active: true }, { active: false }, { active: null }, { active: 0 }];
    expect(answers(on('active', 'equals', false), records)).toEqual([false, true, false, false]);
    expect(answers(on('active', 'empty'), records)).toEqual([false, false, true, true]);
    expect(answers(on('tier', 'equals', 'growth'), [{ tier: 'growth' }, { tier: 'starter' }, {}])).toEqual([true, false, false]);
  });
});

describe('several values', () => {
  const tagged = (...ids: string[]) => ({ tags: ids.map((documentId) => ({ documentId })) });

  it('fit where any of them does; turned round, where none does', () => {
    const records = [tagged('a', 'b'), tagged('b'), tagged(), {}];
    expect(answers(on('tags', 'equals', 'a'), records)).toEqual([true, false, false, false]);
    expect(answers(on('tags', 'notEquals', 'a'), records)).toEqual([false, true, true, true]);
    expect(answers({ all: [on('tags', 'equals', 'a'), on('tags', 'equals', 'b')] }, records)).toEqual([true, false, false, false]);
    expect(answers(on('tags', 'empty'), records)).toEqual([false, false, true, true]);
  });

  it('each condition is any of them by itself: components are not held together', () => {
    const young = { contacts: [{ email: 'a@x', age: 20 }, { email: 'b@x', age: 60 }] };
    expect(matches({ all: [on('contacts.email', 'equals', 'a@x'), on('contacts.age', 'above', 50)] }, young)).toBe(true);
    // Enough of them to be looked up by range.
    const narrow: Condition = { all: [on('contacts.age', 'above', 30), on('contacts.age', 'below', 50)] };
    expect(compile(...Array<Condition>(20).fill(narrow)).first(young)).toBe(0);
    expect(compile(...Array<Condition>(20).fill(narrow)).first({ contacts: [{ age: 20 }] })).toBe(-1);
  });

  it('are told as a list', () => {
    expect(compile(on('tags', 'equals', 'a')).trace(tagged('a', 'b'), 0)[0]).toMatchObject({ actual: ['a', 'b'], holds: true });
  });
});

describe('nothing there', () => {
  const records = [{}, { name: null, arr: null }, { name: undefined }];
  it.each<[FieldCondition, boolean]>([
    [on('name', 'empty'), true],
    [on('name', 'notEquals', 'x'), true],
    [on('name', 'notIn', ['x']), true],
    [on('name', 'notEmpty'), false],
    [on('name', 'equals', ''), false],
    [on('name', 'in', ['', 'x']), false],
    [on('name', 'contains', 'x'), false],
    [on('name', 'startsWith', 'x'), false],
    [on('name', 'endsWith', 'x'), false],
    [on('name', 'matches', '*'), false],
    [on('arr', 'equals', 0), false],
    [on('arr', 'above', -1), false],
    [on('arr', 'atLeast', 0), false],
    [on('arr', 'below', 1), false],
    [on('arr', 'atMost', 0), false],
    [on('arr', 'between', [-1, 1]), false],
  ])('%j: %s', (when, expected) => {
    expect(answers(when, records)).toEqual([expected, expected, expected]);
    expect(answers({ not: when }, records)).toEqual([!expected, !expected, !expected]);
  });

  it('is an empty text too, which equals an empty text', () => {
    expect(answers(on('name', 'empty'), [{ name: '' }, { name: ' ' }])).toEqual([true, false]);
    expect(answers(on('name', 'notEmpty'), [{ name: '' }, { name: ' ' }])).toEqual([false, true]);
    expect(matches(on('name', 'equals', ''), { name: '' })).toBe(true);
  });

  it('is what a record inherits, and a record that is none', () => {
    const inherited = Object.create({ name: 'x' }) as object;
    expect(answers(on('name', 'equals', 'x'), [inherited, null, undefined, 'x', 7, []])).toEqual([false, false, false, false, false, false]);
    expect(answers(on('toString', 'notEmpty'), [{}, { toString: 'x' }])).toEqual([false, true]);
    expect(answers(on('address.city', 'empty'), [{ address: null }, { address: 'Lima' }, { address: Object.create({ city: 'Lima' }) as object }, { address: { city: 'Lima' } }])).toEqual([true, true, true, false]);
  });
});

describe('rules', () => {
  const LATAM = on('segment.name', 'equals', 'LATAM');
  const latam = { segment: { name: 'LATAM' }, arr: 10 };

  it('the first that holds wins; from one on, the next', () => {
    const compiled = compile(on('arr', 'above', 50), LATAM, on('arr', 'above', 5), LATAM, on('name', 'empty'));
    expect([compiled.first(latam), ...[0, 1, 2, 3, 4, 5].map((start) => compiled.firstFrom(latam, start))]).toEqual([1, 1, 1, 2, 3, 4, -1]);
    expect(compile().first(latam)).toBe(-1);
  });

  it('read the fields that they name, and no others', () => {
    expect(compile(LATAM, { any: [on('arr', 'above', 1), { not: on('tier', 'empty') }] }).fields).toEqual(new Set(['segment.name', 'arr', 'tier']));
  });

  it('that no longer fit the model match nothing and are named, and the others go on', () => {
    const gone: Condition = { not: on('industry', 'equals', 'x') };
    const compiled = compile(gone, on('tier', 'notIn', ['platinum']), LATAM);
    expect(compiled.first(latam)).toBe(2);
    expect([...compiled.refused].map(([id, { details }]) => `${id} ${String(details.path)}`)).toEqual(['r0 when.not.field', 'r1 when.value[0]']);
    expect(compiled.fields).toEqual(new Set(['segment.name']));
    expect(compiled.trace(latam, 0)).toEqual([]);
  });
});
