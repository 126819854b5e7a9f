import fc from 'fast-check';
import { mapRelationInput, type Ref } from './relation-input';
import { strictRelationInput, type SlotShape } from './relation-shape';

const plain: SlotShape = { path: 'customer', polymorphic: false, byRowId: false };
const byRow: SlotShape = { ...plain, byRowId: true };
const morph: SlotShape = { ...plain, polymorphic: true };

const refused = expect.objectContaining({ code: 'VALIDATION_FAILED', details: { path: 'customer' } }) as Error;

describe('the input of a relation, as far as it is let through', () => {
  it.each([
    [null],
    ['acme'],
    [7],
    [['acme', 7, { documentId: 'borealis' }, { id: 8 }]],
    [{ documentId: 'acme', locale: 'fr', status: 'draft' }],
    [{ set: [] }],
    [{ connect: [{ documentId: 'acme', position: { before: 'borealis' } }], disconnect: ['cumulus'] }],
    [{ connect: [{ id: 7, position: { end: true } }], options: { strict: false } }],
  ])('keeps the notations of the host as they are: %j', (input) => {
    expect(strictRelationInput(input, plain)).toEqual(input);
  });

  it.each([
    ['a list in the place of a key', { documentId: ['acme'] }],
    ['an object in the place of a key', { id: { $gt: 0 } }],
    ['a half of a number', [1.5]],
    ['a list in a list', [['acme']]],
    ['true', true],
    ['nothing named', [{ locale: 'fr' }]],
    ['nothing named in connect', { connect: [{}] }],
    ['a position that names a list', { connect: [{ id: 1, position: { before: ['acme'] } }] }],
    ['a position that is no object', { connect: [{ id: 1, position: 'acme' }] }],
    ['a type that is no name', [{ id: 1, __type: 7 }]],
  ])('refuses %s, with the path of the relation', (_what, input) => {
    expect(() => strictRelationInput(input, plain)).toThrow(refused);
  });

  it('refuses a polymorphic reference that does not say its type', () => {
    for (const input of ['acme', [7], { id: 7 }, { set: [{ documentId: 'acme' }] }]) expect(() => strictRelationInput(input, morph)).toThrow(refused);
    expect(strictRelationInput([{ id: 7, __type: 'api::note.note' }], morph)).toEqual([{ id: 7, __type: 'api::note.note' }]);
  });

  it('leaves one key of two: the one that the host will use', () => {
    const both = { id: 7, documentId: 'acme' };
    expect([strictRelationInput(both, plain), strictRelationInput(both, byRow)]).toEqual([{ documentId: 'acme' }, { id: 7 }]);
    expect(strictRelationInput({ connect: [both] }, byRow)).toEqual({ connect: [{ id: 7 }] });
    expect([strictRelationInput({ id: 7 }, plain), strictRelationInput({ documentId: 'acme' }, byRow)]).toEqual([{ id: 7 }, { documentId: 'acme' }]);
  });

  it('drops what it does not know, what could write into the link itself included', () => {
    expect(strictRelationInput({ connect: [{ id: 7, __pivot: { field: 'x' }, name: 'x' }], extra: 1 }, plain)).toEqual({ connect: [{ id: 7 }] });
  });

  it('holds nothing but single keys, whatever it is given, and is left alone when it is looked at again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(plain, byRow, morph), (input, shape) => {
        let strict: unknown;
        try {
          strict = strictRelationInput(input, shape);
        } catch (error) {
          expect(error).toMatchObject({ code: 'VALIDATION_FAILED', details: { path: 'customer' } });
          return;
        }
        const refs: Ref[] = [];
        mapRelationInput(strict, (ref) => (refs.push(ref), ref));
        for (const { id, documentId } of refs) {
          expect([typeof id, typeof documentId].filter((type) => type === 'string' || type === 'number')).toHaveLength(1);
        }
        expect(strictRelationInput(strict, shape)).toEqual(strict);
      }),
      { numRuns: 500 },
    );
  });
});
