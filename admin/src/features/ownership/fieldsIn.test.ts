import { fieldsIn } from './fieldsIn';

describe('the fields of a type', () => {
  it('are its attributes, with what a reason says differently', () => {
    const attributes = {
      segment: { type: 'relation', target: 'api::segment.segment' },
      since: { type: 'datetime' },
      vip: { type: 'boolean' },
      arr: { type: 'decimal' },
    };
    expect(fieldsIn(attributes)).toEqual([
      { path: 'segment', kind: 'relation', target: 'api::segment.segment' },
      { path: 'since', kind: 'date' },
      { path: 'vip', kind: 'boolean' },
      { path: 'arr', kind: 'text' },
    ]);
  });
});
