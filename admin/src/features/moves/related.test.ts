import type { MovePreview, RuleType } from '../../../../contracts/http-rules';
import { relatedInReasons } from './related';

const FIELDS: RuleType['fields'] = [
  { path: 'segment', kind: 'relation', target: 'api::segment.segment' },
  { path: 'arr', kind: 'number' },
];

const move = (expected: unknown, actual: unknown): MovePreview['moves'][number] => ({
  record: 'c1',
  title: 'Acme',
  from: null,
  to: null,
  rule: null,
  reasons: [
    { field: 'segment', operator: 'in', expected, actual },
    { field: 'arr', operator: 'above', expected: 5, actual: 6 },
    { field: 'gone', operator: 'equals', expected: 'x', actual: 'x' },
  ],
});

it('the records that reasons name are asked for once, in one order', () => {
  expect(relatedInReasons([move(['b', 'a'], 'a'), move('c', ['a', null])], FIELDS)).toEqual({ 'api::segment.segment': ['a', 'b', 'c'] });
  expect(relatedInReasons([], FIELDS)).toEqual({});
});
