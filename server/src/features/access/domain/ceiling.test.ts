import fc from 'fast-check';
import { NOTHING, SCOPES, maskOf, scopesOf, type ScopeMask } from '../../../../../contracts/scopes';
import { PUBLIC, SYSTEM, type Actor } from '../../../kernel/actor';
import { beyondCeiling } from './ceiling';

const granter = (mask: ScopeMask): Actor => ({
  kind: 'member',
  member: { documentId: 'dora', name: 'Dora', email: 'dora@example.com' },
  reach: { roles: [], mayOwn: false, mask: (feature, action) => (feature === 'renewals' && action === 'view' ? mask : NOTHING), granted: new Map() },
  holds: new Set(),
});
const cell = (scope: string, feature = 'renewals', action = 'view') => ({ role: 'viewer', feature, action, scope });

const mask = fc.subarray([...SCOPES]).map((scopes) => maskOf(...scopes));

describe('nobody hands out more than he has', () => {
  it('of a cell: only scopes that he holds there himself, unless he holds all', () => {
    fc.assert(
      fc.property(mask, fc.constantFrom(...SCOPES), (own, scope) => {
        const mayGive = scope === 'none' || scopesOf(own).includes('all') || scopesOf(own).includes(scope);
        expect(beyondCeiling(granter(own), [cell(scope)])).toBe(mayGive ? -1 : 0);
      }),
    );
  });

  it('of another feature or action, where he holds nothing', () => {
    expect(beyondCeiling(granter(maskOf('all')), [cell('own', 'segments')])).toBe(0);
    expect(beyondCeiling(granter(maskOf('all')), [cell('own', 'renewals', 'update')])).toBe(0);
  });

  it('and is told which cell is the first beyond', () => {
    expect(beyondCeiling(granter(maskOf('book')), [cell('none'), cell('book'), cell('all'), cell('territory')])).toBe(2);
    expect(beyondCeiling(granter(maskOf('book')), [])).toBe(-1);
  });

  it('but the system, which has everything, and nobody, who has nothing', () => {
    expect([beyondCeiling(SYSTEM, [cell('all')]), beyondCeiling(PUBLIC, [cell('none')])]).toEqual([-1, 0]);
  });
});
