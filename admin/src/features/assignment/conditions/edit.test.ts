import { newTest } from './draft';
import { withField, withOperator } from './edit';

const asking = (operator: Parameters<typeof withOperator>[1], value: ReturnType<typeof newTest>['value']) => ({ ...newTest(), field: 'arr', operator, value });

describe('another operator', () => {
  it.each([
    ['keeps one value', asking('above', 5), 'atMost', 5],
    ['makes a list of it', asking('equals', 5), 'in', [5]],
    ['takes the first of a list', asking('in', [5, 6]), 'equals', 5],
    ['makes half a pair of it', asking('above', 5), 'between', [5, undefined]],
    ['has no use for it', asking('above', 5), 'empty', undefined],
    ['begins anew where there was none', asking('empty', undefined), 'in', undefined],
  ] as const)('%s', (_what, test, operator, value) => expect(withOperator(test, operator)).toMatchObject({ operator, value }));
});

describe('another field', () => {
  it('keeps the question where it makes sense, and never the value', () => {
    expect(withField(asking('above', 5), 'createdAt', 'date')).toMatchObject({ field: 'createdAt', operator: 'above', value: undefined });
    expect(withField(asking('above', 5), 'tier', 'enum')).toMatchObject({ field: 'tier', operator: 'equals', value: undefined });
  });

  it('begins with the first question of its kind', () => expect(withField(newTest(), 'arr', 'number').operator).toBe('above'));
});
