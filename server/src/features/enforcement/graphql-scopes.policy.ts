import type { Strapi } from '../../host/strapi';
import { verifyScopes } from '../../host/graphql';

/** Names the policy that stands before the GraphQL fields of governed types. */
export const GRAPHQL_SCOPES = 'plugin::roster.graphql-scopes';

interface Config {
  readonly scope: readonly string[];
}

/** The host's own check of a GraphQL field, with the reason left in where the host would throw it away. */
export const graphqlScopesPolicy = async (context: { state: { auth?: unknown } }, { scope }: Config, { strapi }: { strapi: Strapi }): Promise<true> => {
  await verifyScopes(strapi, context.state.auth, scope);
  return true;
};
