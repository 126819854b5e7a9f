import { scopeOfField, verifyScopes } from '../../host/graphql';
import type { Strapi } from '../../host/strapi';

/** Names the policy that stands before the GraphQL fields of governed types. */
export const GRAPHQL_SCOPES = 'plugin::roster.graphql-scopes';

interface Context {
  readonly state: { readonly auth?: unknown };
  readonly info: { readonly parentType: { readonly name: string }; readonly fieldName: string };
}

/** The host's own check of a GraphQL field, with the reason left in where the host would throw it away. A field without a scope is nobody's. */
export const graphqlScopesPolicy = async ({ state, info }: Context, _config: unknown, { strapi }: { strapi: Strapi }): Promise<boolean> => {
  const scope = scopeOfField(strapi, `${info.parentType.name}.${info.fieldName}`);
  if (scope === undefined) return false;
  await verifyScopes(strapi, state.auth, [scope]);
  return true;
};
