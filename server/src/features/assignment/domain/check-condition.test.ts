import fc from 'fast-check';
import { CONDITION_LIMITS, condition as schema, type Condition } from '../../../../../contracts/conditions';
import { RosterError } from '../../../kernel/errors';
import { checkCondition } from './check-condition';
import type { FieldCatalogue } from './fields';

const CATALOGUE: FieldCatalogue = new Map([
  ['name', { kind: 'text' }],
  ['arr', { kind: 'number' }],
  ['active', { kind: 'boolean' }],
  ['since', { kind: 'date' }],
  ['tier', { kind: 'enum', values: ['starter', 'growth', 'enterprise'] }],
  ['segment', { kind: 'relation', target: 'api::segment.segment' }],
  ['segment.name', { kind: 'text' }],
  ['address.city', { kind: 'text' }],
]);

const check = (when: unknown) => checkCondition(when, CATALOGUE);

/** Path and message of the refusal. */
const refusal = (when: unknown, catalogue = CATALOGUE): [unknown, string] => {
  try {
    checkCondition(when, catalogue);
  } catch (error) {
    if (!(error instanceof RosterError)) throw error;
    expect(error.code).toBe('VALIDATION_FAILED');
    return [error.details.path, error.message];
  }
  throw new Error('was accepted');
};

const field = (name: string, operator: string, ...value: unknown[]) => ({ field: name, operator, ...(value.length > 0 && { value: value[0] }) });
const RICH = field('arr', 'above', 50_000);
const nested = (depth: number): unknown => (depth === 0 ? RICH : { not: nested(depth - 1) });

describe('a condition', () => {
  it('is accepted as it is, and copied', () => {
    const tiers = ['growth'];
    const name = field('segment.name', 'equals', 'Enterprise LATAM');
    const when = { all: [name, RICH, { any: [field('tier', 'in', tiers), { not: field('since', 'empty') }] }] };
    const accepted = check(when);
    expect(accepted).toEqual(when);
    const before = structuredClone(when);
    name.value = 'SMB';
    tiers.push('starter');
    when.all.pop();
    expect(accepted).toEqual(before);
  });

  it.each([
    [field('name', 'equals', ''), field('name', 'in', ['a', 'b']), field('name', 'contains', 'Inc'), field('name', 'matches', 'A*?'), field('name', 'notEmpty')],
    [field('arr', 'between', [1, 1]), field('arr', 'atLeast', -0.5), field('arr', 'notIn', [1, 2])],
    [field('active', 'equals', false), field('active', 'notEquals', true), field('active', 'empty')],
    [field('since', 'above', '2026-01-31'), field('since', 'between', ['2026-01-31', '2026-01-31T10:00:00+02:00']), field('since', 'equals', '2026-01-31T09:00:00.000Z')],
    [field('segment', 'equals', 'q8x'), field('segment', 'notIn', ['q8x', 'z1k']), field('segment', 'empty', undefined)],
  ])('asks what makes sense of a field: %j', (...conditions) => {
    expect(check({ any: conditions })).toEqual({ any: conditions });
  });

  it('of no condition is every record', () => {
    expect(check({ all: [] })).toEqual({ all: [] });
    expect(schema.parse({ all: [] })).toEqual({ all: [] });
    for (const empty of [{ any: [] }, { not: { all: [] } }, { all: [{ all: [] }] }]) expect(schema.safeParse(empty).success).toBe(false);
  });

  it.each([
    ['a key more', { ...RICH, weight: 3 }, 'when.weight', 'unknown key'],
    ['a misspelt group', { al: [RICH] }, 'when.al', 'unknown key, did you mean "all"?'],
    ['a key next to a group', { all: [RICH], any: [RICH] }, 'when.any', '"all" stands alone'],
    ['a field next to a group', { not: RICH, field: 'arr' }, 'when.field', '"not" stands alone'],
    ['a list', [RICH], 'when', 'must be a condition'],
    ['a text', { all: [RICH, 'arr > 5'] }, 'when.all[1]', 'must be a condition'],
    ['null', { not: null }, 'when.not', 'must be a condition'],
    ['nothing', {}, 'when.field', 'must be the name of a field'],
    ['an empty group', { all: [RICH, { any: [] }] }, 'when.all[1].any', 'must not be empty'],
    ['an empty group alone', { any: [] }, 'when.any', 'must not be empty'],
    ['an empty group of all inside of another', { not: { all: [] } }, 'when.not.all', 'must not be empty'],
    ['a group of one that is no list', { all: RICH }, 'when.all', 'must be a list'],
    ['a list with a hole', { all: Object.assign(new Array(2), { 0: RICH }) }, 'when.all[1]', 'must be a condition'],
    ['a number for a field', field(7 as unknown as string, 'equals', 1), 'when.field', 'must be the name of a field'],
    ['a field without end', field('a'.repeat(1_000_000), 'equals', 1), 'when.field', 'must be the name of a field'],
    ['an unknown field', { all: [RICH, field('segmant.name', 'equals', 'x')] }, 'when.all[1].field', 'unknown field "segmant.name", did you mean "segment.name"?'],
    ['no operator', { field: 'arr', value: 1 }, 'when.operator', 'must be the name of an operator'],
    ['an unknown operator', field('arr', 'abov', 1), 'when.operator', 'unknown operator "abov", did you mean "above"?'],
    ['a regular expression', field('name', 'regex', '(a+)+$'), 'when.operator', 'unknown operator "regex"'],
    ['an operator of another kind', field('name', 'above', 'M'), 'when.operator', '"above" is no question to a text: equals, notEquals'],
  ])('with %s is refused', (_, when, path, message) => {
    const [at, said] = refusal(when);
    expect(at).toBe(path);
    expect(said).toContain(`${path}: ${message}`);
  });

  it.each([
    ['text for number', field('arr', 'above', '50000'), 'when.value', 'must be a number'],
    ['NaN', field('arr', 'above', NaN), 'when.value', 'must be a number'],
    ['infinity', field('arr', 'below', JSON.parse('1e999')), 'when.value', 'must be a number'],
    ['no value', field('arr', 'above'), 'when.value', 'must be a number'],
    ['null', field('name', 'equals', null), 'when.value', 'must be a text'],
    ['an object', field('name', 'equals', { $ne: 1 }), 'when.value', 'must be a text'],
    ['a list for one', field('arr', 'equals', [1]), 'when.value', 'must be a number'],
    ['one for a list', field('arr', 'in', 1), 'when.value', 'must be a list'],
    ['an empty list', field('arr', 'in', []), 'when.value', 'must not be empty'],
    ['one wrong of many', { all: [RICH, RICH, field('arr', 'in', [1, 2, '3', 4])] }, 'when.all[2].value[2]', 'must be a number'],
    ['too many', field('arr', 'in', Array.from({ length: 1_001 }, (_, i) => i)), 'when.value', 'must have at most 1000 values'],
    ['too long a text', field('name', 'contains', 'a'.repeat(501)), 'when.value', 'must have at most 500 characters'],
    ['an empty text to look for', field('name', 'startsWith', ''), 'when.value', 'must not be empty'],
    ['half a pair', field('arr', 'between', [1]), 'when.value', 'must be a list of two'],
    ['a pair with a text', field('arr', 'between', [1, '2']), 'when.value[1]', 'must be a number'],
    ['a pair turned round', field('arr', 'between', [2, 1]), 'when.value', 'must begin with the lower one'],
    ['dates turned round', field('since', 'between', ['2026-02-01', '2026-01-01']), 'when.value', 'must begin with the lower one'],
    ['a day that is none', field('since', 'above', '2026-02-30'), 'when.value', 'must be a date'],
    ['a time without a zone', field('since', 'above', '2026-01-31T09:00:00'), 'when.value', 'must be a date'],
    ['a number for a date', field('since', 'above', 5), 'when.value', 'must be a text'],
    ['a number for a boolean', field('active', 'equals', 1), 'when.value', 'must be true or false'],
    ['a value that an enumeration lacks', field('tier', 'equals', 'enterprize'), 'when.value', '"enterprize" is none of its values, did you mean "enterprise"?'],
    ['a related record as an object', field('segment', 'equals', { documentId: 'q8x' }), 'when.value', 'must be a text'],
    ['a related record without an id', field('segment', 'in', ['q8x', '']), 'when.value[1]', 'must be a documentId'],
    ['a value that nobody asks for', field('name', 'empty', true), 'when.value', '"empty" takes no value'],
  ])('with a wrong value is refused: %s', (_, when, path, message) => {
    const [at, said] = refusal(when);
    expect(at).toBe(path);
    expect(said).toContain(`${path}: ${message}`);
  });
});

describe('a condition that means harm', () => {
  it.each(['__proto__', 'constructor', 'prototype', 'segment.__proto__', 'constructor.name', 'toString'])('reads no %s', (name) => {
    const open: FieldCatalogue = new Map([...CATALOGUE, ['segment.__proto__', { kind: 'text' }], ['constructor.name', { kind: 'text' }]]);
    expect(refusal(field(name, 'notEmpty'), open)).toEqual(['when.field', expect.stringContaining(`unknown field "${name}"`)]);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('has no key %s', (key) => {
    expect(refusal(JSON.parse(`{ "field": "arr", "operator": "above", "value": 1, "${key}": {} }`))[0]).toBe(`when.${key}`);
    expect(refusal(JSON.parse(`{ "all": [{ "${key}": { "field": "arr", "operator": "empty" } }] }`))[0]).toBe(`when.all[0].${key}`);
  });

  it('inherits nothing: what counts is its own', () => {
    expect(refusal(Object.create(RICH))[0]).toBe('when.field');
    expect(refusal(Object.create({ all: [RICH] }))[0]).toBe('when.field');
    expect(refusal({ field: 'arr', operator: 'constructor', value: 1 })[0]).toBe('when.operator');
  });

  it('leads back to itself', () => {
    const circle: { all: unknown[] } = { all: [RICH] };
    circle.all.push({ not: circle });
    expect(refusal(circle)).toEqual(['when.all[1].not', 'when.all[1].not: leads back to itself']);
  });

  it('stands twice without being a circle: the same object may be used again', () => {
    expect(check({ all: [RICH, RICH] })).toEqual({ all: [RICH, RICH] });
  });

  it('is as deep as the limit, and no deeper, however deep', () => {
    expect(check(nested(CONDITION_LIMITS.depth))).toEqual(nested(CONDITION_LIMITS.depth));
    for (const depth of [CONDITION_LIMITS.depth + 1, 5_000]) {
      expect(refusal(nested(depth))).toEqual([`when${'.not'.repeat(8)}`, expect.stringContaining('more than 8 groups deep')]);
    }
    const text = `${'{"not":'.repeat(100_000)}{}${'}'.repeat(100_000)}`;
    expect(refusal(JSON.parse(text))[0]).toBe(`when${'.not'.repeat(8)}`);
  });

  it('has as many conditions as the limit, and no more, in however many groups', () => {
    const { conditions } = CONDITION_LIMITS;
    expect(check({ all: Array(conditions).fill(RICH) })).toHaveProperty('all.length', conditions);
    expect(refusal({ all: Array(conditions + 1).fill(RICH) })).toEqual(['when.all', expect.stringContaining('more than 200 conditions')]);
    const spread = (groups: number, each: number) => ({ any: Array(groups).fill({ all: Array(each).fill(RICH) }) });
    expect(check(spread(20, 10))).toHaveProperty('any.length', 20);
    expect(refusal({ not: spread(20, 11) })).toEqual(['when', expect.stringContaining('more than 200 conditions')]);
  });

  it('of any size is refused in a moment', () => {
    const many = { all: Array.from({ length: 10_000 }, () => ({ ...RICH })) };
    const wide = Array.from({ length: CONDITION_LIMITS.depth }).reduce<unknown>((inner) => ({ any: Array(200).fill(inner) }), RICH);
    const start = performance.now();
    expect(refusal(many)[0]).toBe('when.all');
    expect(refusal(wide)[0]).toBe('when');
    expect(schema.safeParse(many).success).toBe(false);
    expect(schema.safeParse(wide).success).toBe(false);
    expect(performance.now() - start).toBeLessThan(200);
  });
});

describe('the contract', () => {
  const anything = fc.letrec((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 20, arbitrary: fc.constantFrom(RICH, field('tier', 'in', ['growth']), field('name', 'empty'), field('since', 'above', '2026-01-31')) },
      { weight: 4, arbitrary: fc.record({ field: fc.constantFrom('arr', 'name', 'tier', 'x'), operator: fc.constantFrom('equals', 'above', 'in', 'empty', 'regex'), value: fc.oneof(fc.integer(), fc.string(), fc.constant([1, 2]), fc.constant('growth')) }, { requiredKeys: ['field', 'operator'] }) },
      { weight: 8, arbitrary: fc.record({ all: fc.array(tie('node'), { maxLength: 3 }) }) },
      { weight: 8, arbitrary: fc.record({ any: fc.array(tie('node'), { maxLength: 3 }) }) },
      { weight: 8, arbitrary: fc.record({ not: tie('node') }) },
      { weight: 1, arbitrary: fc.jsonValue() },
    ),
  })).node;

  it('takes whatever the check takes, and as the same', () => {
    let accepted = 0;
    fc.assert(
      fc.property(anything, (when) => {
        let checked: Condition;
        try {
          checked = check(when);
        } catch (error) {
          expect(error).toBeInstanceOf(RosterError);
          return;
        }
        accepted += 1;
        expect(schema.parse(when)).toEqual(checked);
      }),
      { numRuns: 2_000 },
    );
    expect(accepted).toBeGreaterThan(500);
  });

  it('bounds what it descends into', () => {
    const circle: { not?: unknown } = {};
    circle.not = circle;
    for (const when of [circle, nested(9), JSON.parse(`${'{"not":'.repeat(100_000)}{}${'}'.repeat(100_000)}`), { all: Array(201).fill(RICH) }]) {
      expect(schema.safeParse(when).error?.issues[0]?.message).toBe('At most 200 conditions, 8 groups deep');
    }
    expect(schema.parse(nested(8))).toEqual(nested(8));
  });
});
