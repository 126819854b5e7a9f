import { explainRefusals } from '../../../host/auth';
import { checkScopesByPolicy } from '../../../host/graphql';
import type { Strapi } from '../../../host/strapi';
import { skipTokenProbe } from '../../../host/token-probe';
import { extendApiRights } from '../../../host/users-permissions';
import { GRAPHQL_SCOPES } from '../graphql-scopes.policy';
import type { Internals } from '../wiring';

/** REST and GraphQL: what a member may is added to his rights for the request, and a refusal says why. */
export const openApi = (strapi: Strapi, { actors, rights, explanations, gate }: Internals): void => {
  skipTokenProbe(strapi);
  extendApiRights(strapi, async (request, documentId, own) => rights.of(request, await actors.ofUser(request, { door: 'apiUser', documentId }), own));
  explainRefusals(strapi, (scopes) => explanations.scopes(scopes));
  const enforced = [...gate.bindings.values()].filter(({ mode }) => mode === 'enforce').map(({ type }) => type);
  checkScopesByPolicy(strapi, enforced, GRAPHQL_SCOPES);
};
