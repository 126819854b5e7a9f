import { fieldsIn } from './fieldsIn';

const NOTHING = { components: {}, types: [] };

describe('the fields of a type', () => {
  it('are its attributes, with what a reason says differently', () => {
    const attributes = {
      segment: { type: 'relation', target: 'api::segment.segment' },
      since: { type: 'datetime' },
      vip: { type: 'boolean' },
      arr: { type: 'decimal' },
    };
    expect(fieldsIn({ attributes }, NOTHING)).toEqual([
      { path: 'segment', kind: 'relation', target: 'api::segment.segment' },
      { path: 'since', kind: 'date' },
      { path: 'vip', kind: 'boolean' },
      { path: 'arr', kind: 'text' },
    ]);
  });

  it('are those of its components, and of what its relations lead to', () => {
    const attributes = { address: { type: 'component', component: 'crm.address' }, segment: { type: 'relation', target: 'api::segment.segment' } };
    const components = { 'crm.address': { attributes: { since: { type: 'date' }, near: { type: 'relation', target: 'api::region.region' } } } };
    const types = [{ uid: 'api::segment.segment', attributes: { closedAt: { type: 'datetime' } } }];
    expect(fieldsIn({ attributes }, { components, types }).map(({ path, kind }) => [path, kind])).toEqual([
      ['address', 'text'],
      ['address.since', 'date'],
      ['address.near', 'relation'],
      ['segment', 'relation'],
      ['segment.closedAt', 'date'],
    ]);
  });
});
