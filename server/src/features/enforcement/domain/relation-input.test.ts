import fc from 'fast-check';
import { empties, mapRelationInput, namesAny, replaces, withAlso, type Ref, type RefRole } from './relation-input';

const visits = (input: unknown): [RefRole, Ref][] => {
  const seen: [RefRole, Ref][] = [];
  mapRelationInput(input, (ref, role) => {
    seen.push([role, ref]);
    return ref;
  });
  return seen;
};

/** Every notation of the host, with the references in it and what each does. */
const NOTATIONS: [unknown, [RefRole, Ref][]][] = [
  [null, []],
  [undefined, []],
  [[], []],
  [{}, []],
  ['acme', [['set', { documentId: 'acme' }]]],
  [7, [['set', { id: 7 }]]],
  ['7', [['set', { id: '7' }]]],
  ['7acme', [['set', { id: '7acme' }]]],
  [{ id: 7 }, [['set', { id: 7 }]]],
  [{ documentId: 'acme', locale: 'fr', status: 'draft' }, [['set', { documentId: 'acme' }]]],
  [{ id: 7, documentId: 'acme' }, [['set', { documentId: 'acme' }]]],
  [['acme', 7, { id: 8 }, { documentId: 'borealis' }, ['cumulus']], ['acme', 7, 8, 'borealis', 'cumulus'].map((key) => ['set', typeof key === 'number' ? { id: key } : { documentId: key }])],
  [{ set: 'acme' }, [['set', { documentId: 'acme' }]]],
  [{ set: [{ id: 7 }] }, [['set', { id: 7 }]]],
  [{ set: null, connect: null }, []],
  [{ connect: 'acme', disconnect: [{ documentId: 'borealis' }] }, [['connect', { documentId: 'acme' }], ['disconnect', { documentId: 'borealis' }]]],
  [{ connect: [{ documentId: 'acme', position: { before: 'borealis' } }] }, [['connect', { documentId: 'acme' }], ['position', { documentId: 'borealis' }]]],
  [{ connect: [{ id: 7, position: { after: 8 } }, { id: 9, position: { end: true } }] }, [['connect', { id: 7 }], ['position', { id: 8 }], ['connect', { id: 9 }]]],
  [{ __type: 'api::customer.customer', id: 7 }, [['set', { id: 7, type: 'api::customer.customer' }]]],
  [
    { connect: [{ __type: 'api::customer.customer', documentId: 'acme', position: { before: 'note', __type: 'api::note.note' } }] },
    [['connect', { documentId: 'acme', type: 'api::customer.customer' }], ['position', { documentId: 'note', type: 'api::note.note' }]],
  ],
  [
    { connect: [{ __type: 'api::customer.customer', documentId: 'acme', position: { after: 'borealis' } }] },
    [['connect', { documentId: 'acme', type: 'api::customer.customer' }], ['position', { documentId: 'borealis', type: 'api::customer.customer' }]],
  ],
];

const key = fc.oneof(fc.integer(), fc.stringMatching(/^[a-z0-9]{1,8}$/));
const position = fc.oneof(key.map((before) => ({ before })), key.map((after) => ({ after })), fc.constantFrom({ start: true }, { end: true }, {}));
const longHand = fc.record(
  { id: key, documentId: fc.stringMatching(/^[a-z0-9]{1,8}$/), __type: fc.constant('api::note.note'), position, locale: fc.constant('fr') },
  { requiredKeys: [] },
);
const list = fc.oneof(key, longHand, fc.constant(null), fc.array(fc.oneof(key, longHand), { maxLength: 3 }));
const input = fc.oneof(list, fc.constant(undefined), fc.record({ set: list, connect: list, disconnect: list, options: fc.constant({ strict: true }) }, { requiredKeys: [] }));

describe('the references in the input of a relation', () => {
  it.each(NOTATIONS)('%j', (notation, wanted) => {
    expect(visits(notation)).toEqual(wanted);
  });

  it('left as they are leave the input as it is', () => {
    fc.assert(
      fc.property(input, (value) => {
        const before = structuredClone(value);
        expect(mapRelationInput(value, (ref) => ref)).toEqual(value);
        expect(value).toEqual(before);
      }),
    );
  });

  it('are all replaced, and nothing else is: what came in place of them is what the next reader finds', () => {
    fc.assert(
      fc.property(input, (value) => {
        const twin = (ref: Ref): Ref => (ref.documentId === undefined ? (ref.id === undefined ? ref : { ...ref, id: -1 }) : { ...ref, documentId: 'twin' });
        expect(visits(mapRelationInput(value, twin))).toEqual(visits(value).map(([role, ref]) => [role, twin(ref)]));
      }),
    );
    const written = { connect: [{ documentId: 'acme', locale: 'fr', position: { before: 'acme', __type: 'x' } }], options: { strict: true } };
    expect(mapRelationInput(written, (ref) => ({ ...ref, documentId: 'twin' }))).toEqual({
      connect: [{ documentId: 'twin', locale: 'fr', position: { before: 'twin', __type: 'x' } }],
      options: { strict: true },
    });
  });
});

describe('what the input does to the relation', () => {
  it.each([
    ['acme', { replaces: true, empties: false, names: true }],
    [7, { replaces: true, empties: false, names: true }],
    [null, { replaces: true, empties: true, names: false }],
    [[], { replaces: true, empties: true, names: false }],
    [['acme'], { replaces: true, empties: false, names: true }],
    [{ id: 7 }, { replaces: true, empties: false, names: true }],
    [{ documentId: 'acme' }, { replaces: true, empties: false, names: true }],
    [{ set: [] }, { replaces: true, empties: true, names: false }],
    [{ set: ['acme'] }, { replaces: true, empties: false, names: true }],
    // The host looks at nothing else once there is a set.
    [{ set: [], connect: [] }, { replaces: true, empties: true, names: false }],
    [{ set: ['acme'], connect: ['borealis'], disconnect: ['acme'] }, { replaces: true, empties: false, names: true }],
    [{ connect: ['acme'] }, { replaces: false, empties: false, names: true }],
    [{ disconnect: ['acme'] }, { replaces: false, empties: false, names: false }],
    [{ connect: [], disconnect: [] }, { replaces: false, empties: false, names: false }],
    [{ connect: [{ position: { before: 'acme' } }] }, { replaces: false, empties: false, names: false }],
    [{}, { replaces: false, empties: false, names: false }],
  ])('%j', (value, wanted) => {
    expect({ replaces: replaces(value), empties: empties(value), names: namesAny(value) }).toEqual(wanted);
  });

  it('is nothing for a set of null, which the host takes for none', () => {
    expect([{ set: null }, { set: null, connect: ['acme'] }, { set: undefined, disconnect: ['acme'] }].map(replaces)).toEqual([false, false, false]);
  });

  it('stays, with the links that must survive added to what it sets', () => {
    const links = [{ id: 1 }, { id: 2 }];
    const set = (value: unknown) => (withAlso(value, links) as { set: unknown[] }).set;
    expect([set(null), set([]), set({ set: null }), set({ set: [] })]).toEqual([links, links, links, links]);
    expect([set('acme'), set(['acme']), set({ set: 'acme' }), set({ set: ['acme'] })]).toEqual(Array.from({ length: 4 }, () => ['acme', ...links]));
    expect(set({ documentId: 'acme' })).toEqual([{ documentId: 'acme' }, ...links]);
  });
});
