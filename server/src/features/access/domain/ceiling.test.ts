import fc from 'fast-check';
import { NOTHING, SCOPES, maskOf, scopesOf, type ScopeMask } from '../../../../../contracts/scopes';
import { PUBLIC, SYSTEM, type Actor, type MemberActor } from '../../../kernel/actor';
import type { Decision } from '../../../kernel/decision';
import type { Reach } from '../../../kernel/reach';
import { beyondCeiling, beyondTerritories, canGrant } from './ceiling';

/** The reach of cells. */
const reachOf = (cells: Readonly<Record<string, ScopeMask>>): Reach => {
  const granted = new Map<string, Map<string, Decision>>();
  for (const [name, scope] of Object.entries(cells)) {
    const [feature = '', action = ''] = name.split('.');
    granted.set(feature, (granted.get(feature) ?? new Map<string, Decision>()).set(action, { allowed: true, scope, trace: () => [] }));
  }
  return { roles: [], mayOwn: false, granted, mask: (feature, action) => cells[`${feature}.${action}`] ?? NOTHING };
};

const granter = (mask: ScopeMask, bounds: Partial<MemberActor> = {}): Actor => ({
  kind: 'member',
  member: { documentId: 'dora', name: 'Dora', email: 'dora@example.com' },
  reach: reachOf({ 'renewals.view': mask }),
  holds: new Set(),
  territories: [],
  restriction: 'none',
  asOf: new Date(0),
  ...bounds,
});
const cell = (scope: string, feature = 'renewals', action = 'view') => ({ role: 'viewer', feature, action, scope });

const mask = fc.subarray([...SCOPES]).map((scopes) => maskOf(...scopes));

describe('nobody hands out more than he has', () => {
  it('of a cell: only scopes that he holds there himself, unless he holds all; who views anything views what is shared', () => {
    fc.assert(
      fc.property(mask, fc.constantFrom(...SCOPES), (own, scope) => {
        const mayGive = scope === 'none' || scopesOf(own).includes('all') || scopesOf(own).includes(scope) || (scope === 'shared' && own !== NOTHING);
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

describe('who is restricted', () => {
  const restricted = (restriction: 'territories' | 'shared') => granter(maskOf('all'), { restriction, territories: ['north'] });

  it('has no `all` to give, neither in a cell nor with a role, and touches nobody who has', () => {
    for (const restriction of ['territories', 'shared'] as const) {
      expect(beyondCeiling(restricted(restriction), [cell('all')])).toBe(0);
      expect(canGrant(restricted(restriction), reachOf({ 'renewals.view': maskOf('all') }))).toBe(false);
    }
    expect(canGrant(granter(maskOf('all')), reachOf({ 'renewals.view': maskOf('all') }))).toBe(true);
  });

  it('gives what is left to him', () => {
    expect(beyondCeiling(restricted('territories'), [cell('territory'), cell('shared'), cell('book')])).toBe(2);
    expect(beyondCeiling(restricted('shared'), [cell('shared'), cell('territory')])).toBe(1);
  });
});

describe('territories are given', () => {
  const north = { territories: ['north'] };

  it('by who reaches records by his own: these, and no others that are new', () => {
    const manager = granter(maskOf('territory'), north);
    expect([beyondTerritories(manager, ['north'], []), beyondTerritories(manager, ['north', 'south'], []), beyondTerritories(manager, ['south'], ['south'])]).toEqual([-1, 1, -1]);
    expect(beyondTerritories(granter(maskOf('all'), { ...north, restriction: 'territories' }), ['south'], [])).toBe(0);
  });

  it('as he likes by who reaches all, or nothing by a territory', () => {
    for (const scope of ['all', 'book'] as const) expect(beyondTerritories(granter(maskOf(scope), north), ['south'], [])).toBe(-1);
    expect(beyondTerritories(granter(maskOf('all', 'territory'), north), ['south'], [])).toBe(-1);
    expect(beyondTerritories(SYSTEM, ['south'], [])).toBe(-1);
  });
});
