import type { Me } from '../../../../contracts/http-me';
import { scopesOf } from '../../../../contracts/scopes';
import type { Strapi } from '../../host/strapi';
import { isGrantee, memberIn } from '../../kernel/actor';
import { doorPort } from '../../kernel/door';
import { RosterError } from '../../kernel/errors';
import type { AccessService } from './access.service';
import type { Registry } from './domain/registry';

const typesIn = ({ bindings }: Registry): Me['types'] =>
  Object.fromEntries([...bindings.values()].flatMap(({ type, feature, kind, owns, mode }) => (mode === 'off' ? [] : [[type, { feature, kind, owns }]])));

/**
 * Who the caller is to the team, and what he may do.
 * @throws RosterError NOT_A_MEMBER
 */
export const meOf = (strapi: Strapi): Me => {
  const actor = doorPort.of(strapi).actor();
  if (!isGrantee(actor)) throw new RosterError('NOT_A_MEMBER');
  const { reach } = actor;
  return {
    member: memberIn(actor) ?? null,
    roles: reach.roles.map(({ key }) => key),
    territories: actor.kind === 'member' ? [...actor.territories] : [],
    restriction: actor.kind === 'member' ? actor.restriction : 'none',
    types: typesIn((strapi.plugin('roster').service('access') as AccessService).registry),
    permissions: Object.fromEntries(
      [...reach.granted].map(([feature, actions]) => [feature, Object.fromEntries([...actions].map(([action, { scope }]) => [action, scopesOf(scope)]))]),
    ),
  };
};
