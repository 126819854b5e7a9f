import type { RuleType } from '../../../../../contracts/http-rules';
import { namedIn, relatedAmong } from './related';

const FIELDS: RuleType['fields'] = [
  { path: 'segment', kind: 'relation', target: 'api::segment.segment' },
  { path: 'arr', kind: 'number' },
];

describe('the records that values name', () => {
  it('are asked for once, in one order', () => {
    const named = [
      { field: 'segment', values: [['b', 'a'], 'a', null] },
      { field: 'arr', values: [5, '6'] },
      { field: 'gone', values: ['x'] },
      { field: 'segment', values: ['c'] },
    ];
    expect(relatedAmong(named, FIELDS)).toEqual({ 'api::segment.segment': ['a', 'b', 'c'] });
    expect(relatedAmong([], FIELDS)).toEqual({});
  });

  it('are those of a whole condition', () => {
    const condition = { all: [{ field: 'segment', operator: 'equals', value: 's1' }, { any: [{ not: { field: 'segment', operator: 'in', value: ['s3', 's2'] } }] }] } as const;
    expect(relatedAmong(namedIn(condition), FIELDS)).toEqual({ 'api::segment.segment': ['s1', 's2', 's3'] });
  });
});
