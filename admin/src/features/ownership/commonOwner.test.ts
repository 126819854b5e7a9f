import { commonOwner } from './commonOwner';

const person = (documentId: string) => ({ documentId, name: documentId, status: 'active' });
const owned = (owner: string | null) => ({ owner: owner === null ? null : person(owner), coOwners: [] });

describe('the common owner', () => {
  it.each([
    ['of one record is its owner', ['carla'], person('carla')],
    ['of several is there where it is the same', ['carla', 'carla'], person('carla')],
    ['is nobody where all are nobody’s', [null, null], null],
    ['is unknown where they differ', ['carla', 'chen'], undefined],
    ['is unknown where one is nobody’s', ['carla', null], undefined],
    ['is unknown of no records', [], undefined],
  ])('%s', (_what, owners, expected) => {
    expect(commonOwner(owners.map(owned))).toEqual(expected);
  });
});
