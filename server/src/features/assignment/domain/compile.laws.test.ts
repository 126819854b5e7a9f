import fc from 'fast-check';
import { OPERATORS_OF, type Condition, type FieldCondition, type Operator, type Scalar } from '../../../../../contracts/conditions';
import { compileRules } from './compile';
import type { FieldCatalogue } from './fields';

const TIERS = ['starter', 'growth', 'enterprise'];
const CATALOGUE: FieldCatalogue = new Map([
  ['name', { kind: 'text' }],
  ['arr', { kind: 'number' }],
  ['seats', { kind: 'number' }],
  ['active', { kind: 'boolean' }],
  ['since', { kind: 'date' }],
  ['tier', { kind: 'enum', values: TIERS }],
  ['segment', { kind: 'relation' }],
  ['segment.name', { kind: 'text' }],
  ['tags', { kind: 'relation' }],
  ['contacts.age', { kind: 'number' }],
  ['notes.text', { kind: 'text' }],
]);
const PATHS = [...CATALOGUE.keys()];
const MOMENTS = ['2026-01-01', '2026-01-01T00:00:00Z', '2026-01-02', '2026-01-02T01:00:00+01:00', '2026-01-03'];

/** Patterns, and what they mean. */
const PATTERNS: Readonly<Record<string, RegExp>> = { 'a*': /^a.*$/i, '*b': /^.*b$/i, '?': /^.$/i, '*a?*': /^.*a..*$/i, '*ab*ba': /^.*ab.*ba$/i, 'aB?b*': /^ab.b.*$/i };

/* A few values each, so that rules and records meet. */
const word = fc.constantFrom('a', 'b', 'A', 'ab', 'ba', 'aba');
const number = fc.integer({ min: 0, max: 12 });
const SCALARS: Readonly<Record<string, fc.Arbitrary<Scalar>>> = {
  text: word, number, boolean: fc.boolean(), date: fc.constantFrom(...MOMENTS), enum: fc.constantFrom(...TIERS), relation: fc.constantFrom('a', 'b', 'c'),
};

const valueOf = (operator: Operator, scalar: fc.Arbitrary<Scalar>): fc.Arbitrary<FieldCondition['value']> => {
  if (operator === 'empty' || operator === 'notEmpty') return fc.constant(undefined);
  if (operator === 'in' || operator === 'notIn') return fc.oneof({ weight: 9, arbitrary: fc.array(scalar, { minLength: 1, maxLength: 4 }) }, { weight: 1, arbitrary: fc.array(scalar, { minLength: 101, maxLength: 110 }) });
  if (operator === 'between') return fc.tuple(scalar, scalar).map(([a, b]) => (momentOf(a) <= momentOf(b) ? [a, b] : [b, a]));
  return operator === 'matches' ? fc.constantFrom(...Object.keys(PATTERNS)) : scalar;
};

const leaf = fc.constantFrom(...PATHS).chain((field): fc.Arbitrary<FieldCondition> => {
  const kind = CATALOGUE.get(field)?.kind ?? 'text';
  const operator = fc.oneof({ weight: 3, arbitrary: fc.constant<Operator>('equals') }, { weight: 4, arbitrary: fc.constantFrom(...OPERATORS_OF[kind]) });
  return operator.chain((name) => valueOf(name, SCALARS[kind] ?? word).map((value) => ({ field, operator: name, ...(value !== undefined && { value }) })));
});

const condition = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    { weight: 3, arbitrary: leaf },
    { weight: 4, arbitrary: fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((all) => ({ all })) },
    { weight: 2, arbitrary: fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })) },
    { weight: 1, arbitrary: tie('node').map((not) => ({ not })) },
  ),
})).node;

/** Mostly several conditions that must all hold, as rules are: else the first ones would match everything. */
const narrow = fc.array(fc.oneof({ weight: 6, arbitrary: leaf }, { weight: 1, arbitrary: condition }), { minLength: 2, maxLength: 5 }).map((all) => ({ all }));
const rules = fc.array(fc.oneof({ weight: 12, arbitrary: narrow }, { weight: 1, arbitrary: condition }), { minLength: 1, maxLength: 60, size: 'max' });

/** Nothing to look up but texts. */
const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'B'), minLength: 1, maxLength: 7 });
const inText = fc.record({ field: fc.constantFrom('name', 'notes.text'), operator: fc.constantFrom<Operator>('startsWith', 'contains', 'endsWith', 'matches') }).chain((one) => (one.operator === 'matches' ? fc.constantFrom(...Object.keys(PATTERNS)) : letters).map((value): FieldCondition => ({ ...one, value })));
const textRules = fc.array(fc.oneof(inText, fc.tuple(inText, inText).map((all) => ({ all })), inText.map((not) => ({ not: { not } }))), { minLength: 30, maxLength: 50, size: 'max' });

/** Nothing to look up but numbers and dates. */
const within = fc.constantFrom('arr', 'since', 'contacts.age').chain((field) =>
  fc.constantFrom<Operator>('above', 'atLeast', 'below', 'atMost', 'between').chain((operator) =>
    valueOf(operator, SCALARS[CATALOGUE.get(field)?.kind ?? 'number'] ?? number).map((value): FieldCondition => ({ field, operator, value })),
  ),
);
const rangeRules = fc.array(fc.array(within, { minLength: 1, maxLength: 4 }).map((all) => ({ all })), { minLength: 20, maxLength: 40, size: 'max' });

/** What stands in a record by path, so that one path can be changed without another. */
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 6 });
const FACTS = {
  name: maybe(fc.oneof(word, letters, fc.constant(''))),
  arr: maybe(fc.oneof(number, number.map(String))),
  seats: maybe(number),
  active: maybe(fc.boolean()),
  since: maybe(fc.constantFrom(...MOMENTS)),
  tier: maybe(fc.constantFrom(...TIERS)),
  segment: maybe(fc.constantFrom('a', 'b', 'c')),
  'segment.name': maybe(word),
  tags: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
  'contacts.age': fc.array(maybe(number), { maxLength: 3 }),
  'notes.text': fc.array(maybe(letters), { maxLength: 3 }),
};
const facts = fc.record(FACTS);
type Facts = typeof facts extends fc.Arbitrary<infer T> ? T : never;

const assemble = ({ segment, 'segment.name': name, tags, 'contacts.age': ages, 'notes.text': notes, ...plain }: Facts) => ({
  ...plain,
  segment: segment === undefined && name === undefined ? null : { documentId: segment, name },
  tags: tags.map((documentId) => ({ documentId })),
  contacts: ages.map((age) => ({ age })),
  notes: notes.map((text) => ({ text })),
});

/* The same engine, said the slow way. */
const momentOf = (value: Scalar): number => (typeof value === 'string' && MOMENTS.includes(value) ? Date.parse(value) : Number(value));

const standing = (at: unknown, [segment, ...rest]: readonly string[]): unknown[] => {
  if (Array.isArray(at)) return at.flatMap((one) => standing(one, segment === undefined ? [] : [segment, ...rest]));
  if (segment === undefined) return at === undefined || at === null ? [] : [at];
  return typeof at === 'object' && at !== null ? standing((at as Record<string, unknown>)[segment], rest) : [];
};

const valuesIn = (record: unknown, field: string): Scalar[] => {
  const kind = CATALOGUE.get(field)?.kind;
  const found = kind === 'relation' ? standing(record, [...field.split('.'), 'documentId']) : standing(record, field.split('.'));
  return (found as Scalar[]).map((value) => (kind === 'number' ? Number(value) : kind === 'date' ? momentOf(value) : value));
};

const fits = (operator: Operator, value: Scalar, wanted: readonly Scalar[]): boolean => {
  const [first = '', last = ''] = wanted;
  const text = String(value).toLowerCase();
  const part = String(first).toLowerCase();
  switch (operator) {
    case 'equals':
    case 'notEquals':
    case 'in':
    case 'notIn':
      return wanted.includes(value);
    case 'above':
      return value > first;
    case 'atLeast':
      return value >= first;
    case 'below':
      return value < first;
    case 'atMost':
      return value <= first;
    case 'between':
      return value >= first && value <= last;
    case 'contains':
      return text.includes(part);
    case 'startsWith':
      return text.startsWith(part);
    case 'endsWith':
      return text.endsWith(part);
    case 'matches':
      return PATTERNS[String(first)]?.test(String(value)) ?? false;
    case 'empty':
    case 'notEmpty':
      return value !== '';
  }
};

const NEGATIVE: ReadonlySet<Operator> = new Set(['notEquals', 'notIn', 'empty']);

const naive = (when: Condition, record: unknown): boolean => {
  if ('all' in when) return when.all.every((one) => naive(one, record));
  if ('any' in when) return when.any.some((one) => naive(one, record));
  if ('not' in when) return !naive(when.not, record);
  const { field, operator, value = [] } = when;
  const isDate = CATALOGUE.get(field)?.kind === 'date';
  const wanted = (Array.isArray(value) ? (value as Scalar[]) : [value as Scalar]).map((one) => (isDate ? momentOf(one) : one));
  const isAny = valuesIn(record, field).some((one) => fits(operator, one, wanted));
  return NEGATIVE.has(operator) ? !isAny : isAny;
};

const compile = (conditions: readonly Condition[]) => compileRules(conditions.map((when, index) => ({ id: String(index), when })), CATALOGUE);

/** Asks for the first rule, and for the next from every rule on; answers the rules that match. */
const compare = (conditions: readonly Condition[], record: unknown): number[] => {
  const compiled = compile(conditions);
  expect(compiled.refused).toEqual(new Map());
  const matching = conditions.flatMap((when, index) => (naive(when, record) ? [index] : []));
  const answers = Array.from({ length: conditions.length + 1 }, (_, start) => compiled.firstFrom(record, start));
  expect(answers).toEqual(answers.map((_, start) => matching.find((index) => index >= start) ?? -1));
  expect(compiled.first(record)).toBe(matching[0] ?? -1);
  return matching;
};

describe('compiled rules', () => {
  it('give what a look at every rule gives, on far more than 10,000 rules × records', () => {
    const seen = { pairs: 0, matches: 0, none: 0, late: 0 };
    fc.assert(
      fc.property(rules, facts, (conditions, known) => {
        const matching = compare(conditions, assemble(known));
        seen.pairs += conditions.length;
        seen.matches += matching.length;
        seen.none += matching.length === 0 ? 1 : 0;
        seen.late += (matching[0] ?? 0) > 10 ? 1 : 0;
      }),
      { numRuns: 700 },
    );
    expect(seen.pairs).toBeGreaterThan(10_000);
    for (const count of [seen.matches, seen.none, seen.late]) expect(count).toBeGreaterThan(100);
  });

  it.each([
    ['texts', textRules],
    ['numbers and dates', rangeRules],
  ])('give the same where there is nothing to look up but %s', (_, of) => {
    fc.assert(fc.property(of, facts, (conditions, known) => void compare(conditions, assemble(known))), { numRuns: 200 });
  });

  it('answer the same when a field changes that none of them reads', () => {
    let changed = 0;
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 4 }), facts, facts, (conditions, before, other) => {
        const compiled = compile(conditions);
        const unread = PATHS.filter((path) => !compiled.fields.has(path));
        const after = { ...before, ...Object.fromEntries(unread.map((path) => [path, other[path as keyof Facts]])) };
        if (JSON.stringify(before) !== JSON.stringify(after)) changed += 1;
        expect(compiled.first(assemble(after))).toBe(compiled.first(assemble(before)));
      }),
      { numRuns: 2_000 },
    );
    expect(changed).toBeGreaterThan(500);
  });

  it('tell of each condition whether it held by itself', () => {
    fc.assert(
      fc.property(condition, facts, (when, known) => {
        const record = assemble(known);
        for (const { field, operator, expected, holds } of compile([when]).trace(record, 0)) {
          expect(holds).toBe(naive({ field, operator, ...(expected !== null && { value: expected }) }, record));
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
