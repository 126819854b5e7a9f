import fc from 'fast-check';
import { mapSlots, type Data, type Model, type Slot } from './relation-slots';

const customer = { type: 'relation', relation: 'manyToOne', target: 'api::customer.customer' };

const MODELS: Readonly<Record<string, Model>> = {
  deal: {
    uid: 'deal',
    attributes: {
      title: { type: 'string' },
      region: customer,
      party: { type: 'component', component: 'party' },
      parties: { type: 'component', component: 'party' },
      blocks: { type: 'dynamiczone' },
      lost: { type: 'component', component: 'nowhere' },
    },
  },
  party: { uid: 'party', attributes: { role: { type: 'string' }, customer, inner: { type: 'component', component: 'quote' } } },
  quote: { uid: 'quote', attributes: { text: { type: 'text' }, customer } },
};

const walk = (data: Data, visit: (slot: Slot) => unknown) => mapSlots(MODELS['deal'] as Model, data, { path: '', models: (uid) => MODELS[uid], visit });
const seen = (data: Data) => {
  const slots: Slot[] = [];
  walk(data, (slot) => slots.push(slot));
  return slots.map(({ model, path, attribute, input, componentId }) => [model.uid, path, attribute, input, componentId]);
};

const DATA = {
  title: 'Planted',
  region: 'nordics',
  party: { id: 5, role: 'buyer', customer: { connect: ['acme'] }, inner: { customer: 'deep' } },
  parties: [{ customer: 1 }, { id: '6', customer: null }],
  blocks: [{ __component: 'quote', id: 8, customer: ['a', 'b'] }, { __component: 'nowhere', customer: 'c' }],
};

describe('the relations in the data of a write', () => {
  it('are found at every depth of components and dynamic zones, with the component that holds them', () => {
    expect(seen(DATA)).toEqual([
      ['deal', 'region', 'region', 'nordics', undefined],
      ['party', 'party.customer', 'customer', { connect: ['acme'] }, 5],
      ['quote', 'party.inner.customer', 'customer', 'deep', undefined],
      ['party', 'parties[0].customer', 'customer', 1, undefined],
      ['party', 'parties[1].customer', 'customer', null, '6'],
      ['quote', 'blocks[0].customer', 'customer', ['a', 'b'], 8],
    ]);
  });

  it('are not what only looks like one: keys that the model does not have, components that nobody knows, what is not said', () => {
    expect(seen({ customer: 'x', toString: 'x', lost: { customer: 'x' }, party: 'x', parties: 'x', blocks: { customer: 'x' }, region: undefined })).toEqual([]);
  });

  it.each([[{ customer: 'x' }], [{ __component: ['quote'], customer: 'x' }], [null], ['quote']])('are refused in a zone whose item %j does not say what it is: the host might take it for something', (item) => {
    expect(() => walk({ blocks: [{ __component: 'quote' }, item] }, () => undefined)).toThrow(expect.objectContaining({ code: 'VALIDATION_FAILED', details: { path: 'blocks[1]' } }) as Error);
  });

  it('are replaced where they stand, and the rest is left alone', () => {
    expect(walk(DATA, ({ path }) => path)).toEqual({
      title: 'Planted',
      region: 'region',
      party: { id: 5, role: 'buyer', customer: 'party.customer', inner: { customer: 'party.inner.customer' } },
      parties: [{ customer: 'parties[0].customer' }, { id: '6', customer: 'parties[1].customer' }],
      blocks: [{ __component: 'quote', id: 8, customer: 'blocks[0].customer' }, { __component: 'nowhere', customer: 'c' }],
    });
    expect(Object.keys(walk({ region: 'nordics', title: 'Planted' }, () => undefined))).toEqual(['title']);
  });

  it('left as they are leave the data as it is, and the data that was given is never written to', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.string(), { maxLength: 2 }));
    const quote = fc.record({ __component: fc.constantFrom('quote', 'nowhere'), id: fc.nat(), text: fc.string(), customer: value }, { requiredKeys: ['__component'] });
    const party = fc.record({ id: fc.nat(), role: fc.string(), customer: value, inner: quote }, { requiredKeys: [] });
    const deal = fc.record({ title: fc.string(), region: value, party: fc.oneof(party, value), parties: fc.array(party, { maxLength: 2 }), blocks: fc.array(quote, { maxLength: 2 }), other: value }, { requiredKeys: [] });
    fc.assert(
      fc.property(deal, (data) => {
        const before = structuredClone(data);
        expect(walk(data, ({ input }) => input)).toEqual(data);
        expect(data).toEqual(before);
      }),
    );
  });
});
