import type { Me } from '../../../../contracts/http-me';
import { scopesOf } from '../../../../contracts/scopes';
import { isGrantee, type Actor } from '../../kernel/actor';
import { RosterError } from '../../kernel/errors';

/**
 * Who somebody is to the team, and what he may do.
 * @throws RosterError NOT_A_MEMBER
 */
export const meOf = (actor: Actor): Me => {
  if (!isGrantee(actor)) throw new RosterError('NOT_A_MEMBER');
  const { reach } = actor;
  return {
    member: actor.kind === 'member' ? actor.member : null,
    roles: reach.roles.map(({ key }) => key),
    permissions: Object.fromEntries(
      [...reach.granted].map(([feature, actions]) => [feature, Object.fromEntries([...actions].map(([action, { scope }]) => [action, scopesOf(scope)]))]),
    ),
  };
};
