import type { Restriction } from '../../../contracts/http-members';
import { NOTHING, includes, isScopeOf, maskOf, unite, without, type Scope, type ScopeMask } from '../../../contracts/scopes';
import type { Grantee } from './actor';

/** What is left of `all` for whoever is restricted. */
const REMAINS: Readonly<Record<Exclude<Restriction, 'none'>, Scope>> = { territories: 'territory', shared: 'shared' };

/** The scopes of a cell on records, as far as a member's restriction leaves them: it is ANDed to `all`, and to nothing else. */
export const limitedScopes = (grantee: Grantee, mask: ScopeMask, action: string): ScopeMask => {
  if (grantee.kind === 'role' || grantee.restriction === 'none' || !includes(mask, 'all')) return mask;
  const remains = REMAINS[grantee.restriction];
  return unite(without(mask, 'all'), isScopeOf(remains, action) ? maskOf(remains) : NOTHING);
};

/**
 * The scopes by which somebody reaches records through a cell: those that his restriction leaves, and what is
 * shared with him, whichever scope it is that lets him view. Nothing that is only shared can be changed.
 */
export const reachingScopes = (grantee: Grantee, mask: ScopeMask, action: string): ScopeMask => {
  const limited = limitedScopes(grantee, mask, action);
  if (!isScopeOf('shared', action)) return without(limited, 'shared');
  return mask === NOTHING ? NOTHING : unite(limited, maskOf('shared'));
};
