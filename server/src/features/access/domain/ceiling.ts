import { includes, isScope, maskOf } from '../../../../../contracts/scopes';
import { isGrantee, type Actor, type Grantee } from '../../../kernel/actor';
import type { Reach } from '../../../kernel/reach';
import { reachingScopes } from '../../../kernel/reaching-scopes';
import type { Cell } from './snapshot';

/** What an actor has himself. Who is restricted has no `all` to give, and whoever views anything views what is shared with him. */
const ownScopes = (actor: Grantee, feature: string, action: string) => reachingScopes(actor, actor.reach.mask(feature, action), action);

/** Index of the first cell that would give more than the actor has, or -1: nobody hands out what is not his. */
export const beyondCeiling = (actor: Actor, cells: readonly Cell[]): number => {
  if (actor.kind === 'system') return -1;
  if (!isGrantee(actor)) return 0;
  return cells.findIndex(({ feature, action, scope }) => {
    const own = ownScopes(actor, feature, action);
    return isScope(scope) && scope !== 'none' && !includes(own, 'all') && (own & maskOf(scope)) === 0;
  });
};

/**
 * Whether everything that a reach allows is within the actor's own: what he may give, and whom he may touch.
 * Scopes are compared as sets. Somebody with `book` does not hold `territory`, nor the other way round.
 */
export const canGrant = (actor: Actor, wanted: Reach): boolean => {
  if (actor.kind === 'system') return true;
  if (!isGrantee(actor)) return false;
  return [...wanted.granted].every(([feature, actions]) =>
    [...actions].every(([action, { scope }]) => {
      const own = ownScopes(actor, feature, action);
      return includes(own, 'all') || (scope & ~own) === 0;
    }),
  );
};

/**
 * Index of the first territory that the actor may not give to somebody who has some already, or -1. Who reaches
 * anything by his own territories gives these and no others; how far anybody else may go, his cells say.
 */
export const beyondTerritories = (actor: Actor, keys: readonly string[], has: readonly string[]): number => {
  if (actor.kind !== 'member') return -1;
  const cells = [...actor.reach.granted].flatMap(([feature, actions]) => [...actions.keys()].map((action) => ownScopes(actor, feature, action)));
  const isBound = cells.some((own) => includes(own, 'territory') && !includes(own, 'all'));
  return isBound ? keys.findIndex((key) => !has.includes(key) && !actor.territories.includes(key)) : -1;
};
