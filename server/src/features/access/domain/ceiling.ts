import { includes, isScope, maskOf } from '../../../../../contracts/scopes';
import type { Actor } from '../../../kernel/actor';
import type { Cell } from './snapshot';

/** Index of the first cell that would give more than the actor has, or -1: nobody hands out what is not his. */
export const beyondCeiling = (actor: Actor, cells: readonly Cell[]): number => {
  if (actor.kind === 'system') return -1;
  if (actor.kind === 'nobody') return 0;
  return cells.findIndex(({ feature, action, scope }) => {
    const own = actor.reach.mask(feature, action);
    return isScope(scope) && scope !== 'none' && !includes(own, 'all') && (own & maskOf(scope)) === 0;
  });
};
