import fc from 'fast-check';
import { RESTRICTIONS, type Restriction } from '../../../contracts/http-members';
import { NOTHING, SCOPES, includes, maskOf, scopesOf, type Scope, type ScopeMask } from '../../../contracts/scopes';
import type { Grantee, MemberActor } from './actor';
import { limitedScopes, reachingScopes } from './reaching-scopes';

const member = (restriction: Restriction) => ({ kind: 'member', restriction }) as MemberActor;
const role = { kind: 'role' } as Grantee;

const mask = fc.subarray([...SCOPES]).map((scopes) => maskOf(...scopes));
const action = fc.constantFrom('view', 'update', 'export', 'create');
const limited = (restriction: Restriction, scope: Scope, name: string) => scopesOf(limitedScopes(member(restriction), maskOf(scope), name));

describe('a restriction', () => {
  it('leaves of `all` the territories, or what is shared, which is to be viewed only', () => {
    expect([limited('none', 'all', 'view'), limited('territories', 'all', 'view'), limited('territories', 'all', 'update')]).toEqual([['all'], ['territory'], ['territory']]);
    expect([limited('shared', 'all', 'view'), limited('shared', 'all', 'update'), limited('shared', 'all', 'export')]).toEqual([['shared'], [], []]);
  });

  it('says nothing of other scopes, and nothing of a token with a role', () => {
    fc.assert(
      fc.property(mask, action, fc.constantFrom(...RESTRICTIONS), (scopes, name, restriction) => {
        if (!includes(scopes, 'all')) expect(limitedScopes(member(restriction), scopes, name)).toBe(scopes);
        expect(limitedScopes(role, scopes, name)).toBe(scopes);
      }),
    );
  });

  it('never adds a record: what is left is within `all`, and nothing is left of nothing', () => {
    fc.assert(
      fc.property(mask, action, fc.constantFrom('territories' as const, 'shared' as const), (scopes, name, restriction) => {
        const left = limitedScopes(member(restriction), scopes, name);
        expect(includes(left, 'all')).toBe(false);
        if (scopes === NOTHING) expect(left).toBe(NOTHING);
      }),
    );
  });
});

describe('what is shared', () => {
  const reaching = (scopes: ScopeMask, name: string) => reachingScopes(member('none'), scopes, name);

  it('is viewed by whoever views anything, and by nobody else', () => {
    expect([scopesOf(reaching(maskOf('book'), 'view')), scopesOf(reaching(NOTHING, 'view'))]).toEqual([['book', 'shared'], []]);
  });

  it('is never changed, exported or anything else, also where a cell says so', () => {
    fc.assert(fc.property(mask, action.filter((name) => name !== 'view'), fc.constantFrom(...RESTRICTIONS), (scopes, name, restriction) => {
      expect(includes(reachingScopes(member(restriction), scopes, name), 'shared')).toBe(false);
    }));
  });
});
