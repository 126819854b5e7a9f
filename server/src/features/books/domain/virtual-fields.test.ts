import type { Binding } from '../../../kernel/binding';
import { offeredBy } from './virtual-fields';

const binding = (over: Partial<Binding> = {}): Binding => ({
  type: 'api::customer.customer',
  feature: 'customer_360',
  kind: 'record',
  mode: 'enforce',
  nonMembers: 'closed', audit: 'fact',
  owns: true,
  fields: new Map(),
  ...over,
});

describe('owner and co-owners as fields', () => {
  it('are offered by types with owners, also while they are only observed', () => {
    expect(offeredBy(binding(), { name: {} })).toEqual(['owner', 'coOwners', 'viewerCan']);
    expect(offeredBy(binding({ mode: 'observe' }), {})).toEqual(['owner', 'coOwners', 'viewerCan']);
    expect(offeredBy(binding({ owns: false }), {})).toEqual(['viewerCan']);
    expect(offeredBy(binding({ mode: 'off' }), {})).toEqual([]);
  });

  it('leave their name to an attribute of the type', () => {
    expect(offeredBy(binding(), { owner: { type: 'relation' } })).toEqual(['coOwners', 'viewerCan']);
    expect(offeredBy(binding(), { owner: {}, coOwners: {}, viewerCan: {} })).toEqual([]);
  });
});
