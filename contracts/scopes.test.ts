import fc from 'fast-check';
import { EVERYTHING, NOTHING, SCOPES, includes, isScope, maskOf, scopesOf, unite } from './scopes';

const scopes = fc.subarray([...SCOPES]);

describe('a set of scopes', () => {
  it('is a bit for each, so that uniting two is uniting their scopes', () => {
    fc.assert(
      fc.property(scopes, scopes, (a, b) => {
        expect(unite(maskOf(...a), maskOf(...b))).toBe(maskOf(...new Set([...a, ...b])));
        for (const scope of SCOPES) expect(includes(maskOf(...a), scope)).toBe(scope !== 'none' && a.includes(scope));
      }),
    );
  });

  it('is told as a list, in which `all` leaves no room for others and `none` is not said', () => {
    fc.assert(
      fc.property(scopes, (list) => {
        expect(scopesOf(maskOf(...list))).toEqual(list.includes('all') ? ['all'] : list.filter((scope) => scope !== 'none'));
      }),
    );
    expect([maskOf('none'), maskOf(), scopesOf(NOTHING), scopesOf(EVERYTHING)]).toEqual([NOTHING, NOTHING, [], ['all']]);
  });

  it('knows no other names', () => {
    expect([...SCOPES, 'ALL', '', 'mine', undefined, 1].map(isScope)).toEqual([...SCOPES.map(() => true), false, false, false, false, false]);
  });
});
