import { includes, isScope, maskOf } from '../../../../../contracts/scopes';
import { isGrantee, type Actor } from '../../../kernel/actor';
import type { Reach } from '../../../kernel/reach';
import type { Cell } from './snapshot';

/** Index of the first cell that would give more than the actor has, or -1: nobody hands out what is not his. */
export const beyondCeiling = (actor: Actor, cells: readonly Cell[]): number => {
  if (actor.kind === 'system') return -1;
  if (!isGrantee(actor)) return 0;
  return cells.findIndex(({ feature, action, scope }) => {
    const own = actor.reach.mask(feature, action);
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
      const own = actor.reach.mask(feature, action);
      return includes(own, 'all') || (scope & ~own) === 0;
    }),
  );
};
