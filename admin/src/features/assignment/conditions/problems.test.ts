import type { RuleType } from '../../../../../contracts/http-rules';
import { newGroup, type DraftTest } from './draft';
import { errorAtPath, toErrors } from './errors';
import { valuesInLines } from './lines';
import { problemsIn } from './problems';

const FIELDS: RuleType['fields'] = [
  { path: 'arr', kind: 'number' },
  { path: 'tier', kind: 'enum', values: ['growth'] },
  { path: 'signedAt', kind: 'date' },
];

const test = (values: Partial<DraftTest>): DraftTest => ({ id: 'one', field: 'arr', operator: 'above', value: 5, ...values });
const problemOf = (values: Partial<DraftTest>) => problemsIn(newGroup('all', [test(values)]), FIELDS).get('one');

describe('what is not right yet with a condition', () => {
  it.each<[string, Partial<DraftTest>, string | undefined]>([
    ['nothing', {}, undefined],
    ['no field is chosen', { field: '' }, 'field'],
    ['its field is not there any more', { field: 'gone' }, 'field'],
    ['the question is none for the field', { field: 'tier', operator: 'above' }, 'operator'],
    ['no value', { value: undefined }, 'value'],
    ['an empty text', { field: 'tier', operator: 'equals', value: '' }, 'value'],
    ['nought is a value', { value: 0 }, undefined],
    ['so is false', { operator: 'equals', value: false }, undefined],
    ['an empty list', { operator: 'in', value: [] }, 'list'],
    ['a list with something that is no number', { operator: 'in', value: [1, Number.NaN] }, 'list'],
    ['half a pair', { operator: 'between', value: [5, undefined] }, 'pair'],
    ['a pair the wrong way round', { operator: 'between', value: [6, 5] }, 'order'],
    ['dates the wrong way round', { field: 'signedAt', operator: 'between', value: ['2026-02-01', '2026-01-31'] }, 'order'],
    ['a pair of the same', { operator: 'between', value: [5, 5] }, undefined],
    ['a question that takes no value', { operator: 'empty', value: undefined }, undefined],
  ])('%s', (_what, values, problem) => expect(problemOf(values)).toBe(problem));

  it('an empty group within another; the whole may be empty', () => {
    const inner = newGroup('any', []);
    expect([...problemsIn(newGroup('all', [inner]), FIELDS)]).toEqual([[inner.id, 'group']]);
    expect(problemsIn(newGroup('all', []), FIELDS).size).toBe(0);
  });
});

describe('where an error is shown', () => {
  const places = new Map([
    ['when', 'root'],
    ['when.all[1]', 'second'],
    ['when.all[10]', 'eleventh'],
    ['when.all[1].not.any[0]', 'inner'],
  ]);
  const at = (path: string) => [...errorAtPath(path, 'no', places)].map(([id, error]) => [id, error.at]);

  it.each([
    ['data.when.all[1].value', 'second', 'value'],
    ['data.when.all[10].value[3]', 'eleventh', 'value'],
    ['data.rule.when.all[1].not.any[0].field', 'inner', 'field'],
    ['data.when.all[1].operator', 'second', 'operator'],
    ['data.when.all', 'root', 'group'],
    ['data.when', 'root', 'group'],
  ])('%s', (path, id, input) => expect(at(path)).toEqual([[id, input]]));

  it('is elsewhere than in the condition', () => expect([at('data.name'), at('data.whenever')]).toEqual([[], []]));

  it('is the input that a problem is about', () => {
    expect([...toErrors(new Map([['one', 'order'], ['two', 'group']]), (key) => key)]).toEqual([
      ['one', { at: 'value', message: 'condition.problem.order' }],
      ['two', { at: 'group', message: 'condition.problem.group' }],
    ]);
  });
});

describe('values, one a line', () => {
  it('are texts or numbers', () => {
    expect(valuesInLines(' a\n\nb, c \n', false)).toEqual(['a', 'b, c']);
    expect(valuesInLines('1\n2.5\nx', true)).toEqual([1, 2.5, Number.NaN]);
  });
});
