import fc from 'fast-check';
import { NOTHING, SCOPES, includes, maskOf, type Scope, type ScopeMask } from '../../../../../contracts/scopes';
import { PUBLIC, SYSTEM, inactive, nonMember, type MemberActor } from '../../../kernel/actor';
import type { Decision } from '../../../kernel/decision';
import { decide } from './decide';
import { traceOfCell } from './trace';

/** A member whose every cell outside of one is empty. */
const memberWith = (mask: ScopeMask, feature = 'renewals', action = 'view'): MemberActor => {
  const roles = [{ key: 'csm', kind: 'standard', doors: 'both', mayOwn: true }] as const;
  const yes: Decision = { allowed: true, scope: mask, trace: () => traceOfCell(roles, { feature, action, scope: mask }) };
  return {
    kind: 'member',
    member: { documentId: 'carla', name: 'Carla', email: 'carla@example.com' },
    reach: {
      roles,
      mayOwn: true,
      mask: (f, a) => (f === feature && a === action ? mask : NOTHING),
      granted: mask === NOTHING ? new Map() : new Map([[feature, new Map([[action, yes]])]]),
    },
    holds: new Set(),
    territories: [],
    restriction: 'none',
    asOf: new Date(0),
  };
};

const mask = fc.subarray([...SCOPES]).map((scopes) => maskOf(...scopes));

describe('a decision', () => {
  it('is yes where the cell is not empty, and then reaches as far as the cell', () => {
    fc.assert(
      fc.property(mask, (cell) => {
        const { allowed, scope, code } = decide(memberWith(cell), 'renewals', 'view');
        expect({ allowed, scope, code }).toEqual(cell === NOTHING ? { allowed: false, scope: NOTHING, code: 'PERMISSION_DENIED' } : { allowed: true, scope: cell, code: undefined });
      }),
    );
  });

  it('is no for every other feature and action', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (feature, action) => {
        fc.pre(feature !== 'renewals' || action !== 'view');
        expect(decide(memberWith(maskOf('all')), feature, action)).toMatchObject({ allowed: false, scope: NOTHING, code: 'PERMISSION_DENIED' });
      }),
    );
  });

  it('about a record asks for a scope that holds both the record and the right; `all` holds every record', () => {
    fc.assert(
      fc.property(mask, mask, (cell, within) => {
        fc.pre(cell !== NOTHING);
        const shared = SCOPES.some((scope) => includes(cell, scope) && includes(within, scope));
        const { allowed, code } = decide(memberWith(cell), 'renewals', 'view', { within });
        expect({ allowed, code }).toEqual(includes(cell, 'all') || shared ? { allowed: true, code: undefined } : { allowed: false, code: 'OUT_OF_SCOPE' });
      }),
    );
  });

  it('never ranks scopes: a book does not stand in for a territory, nor the other way round', () => {
    const across = (cell: Scope, within: Scope) => decide(memberWith(maskOf(cell)), 'renewals', 'view', { within: maskOf(within) }).allowed;
    expect([across('book', 'territory'), across('territory', 'book'), across('project', 'own'), across('book', 'book')]).toEqual([false, false, false, true]);
  });

  it('is yes for the system, and no for everybody who is no active member, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.option(mask, { nil: undefined }), (feature, action, within) => {
        const codes = [SYSTEM, PUBLIC, nonMember({ door: 'apiUser', documentId: 'nina' }), inactive()].map((actor) => decide(actor, feature, action, within === undefined ? undefined : { within }).code);
        expect(codes).toEqual([undefined, 'NOT_A_MEMBER', 'NOT_A_MEMBER', 'MEMBER_INACTIVE']);
      }),
    );
  });

  it('says how it came about', () => {
    expect(decide(memberWith(maskOf('own', 'book')), 'renewals', 'view', { within: maskOf('book') }).trace()).toEqual([
      { step: 'actor', kind: 'member' },
      { step: 'roles', deciding: ['csm'] },
      { step: 'cell', feature: 'renewals', action: 'view', scopes: ['own', 'book'] },
      { step: 'record', within: ['book'] },
    ]);
    expect(decide(inactive(), 'renewals', 'view').trace()).toEqual([{ step: 'actor', kind: 'nobody', reason: 'inactive' }]);
  });
});
