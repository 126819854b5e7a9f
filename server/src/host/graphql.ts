import { errors } from '@strapi/utils';
import type { Graphql } from '../kernel/define-feature';
import { createPort } from '../kernel/port';
import type { Strapi } from './strapi';

interface Extension {
  shadowCRUD(uid: string): { disable(): void };
  use(extension: object): unknown;
}

export interface Naming {
  getTypeName(model: unknown): string;
  getComponentName(model: unknown): string;
  getFindQueryName(model: unknown): string;
  getFindOneQueryName(model: unknown): string;
  getFindConnectionQueryName(model: unknown): string;
  getCreateMutationTypeName(model: unknown): string;
  getUpdateMutationTypeName(model: unknown): string;
  getDeleteMutationTypeName(model: unknown): string;
  getFiltersInputTypeName(model: unknown): string;
  getContentTypeInputName(model: unknown): string;
}

export interface Model {
  readonly uid: string;
  readonly kind?: string;
  readonly modelType?: string;
  readonly attributes: Readonly<Record<string, { readonly type: string; readonly target?: string; readonly relation?: string }>>;
}

/** A service of the host's GraphQL plugin, on a site that has it. */
export const graphqlService = <T>(strapi: Strapi, name: string): T | undefined => (strapi.plugin('graphql') as { service(name: string): T } | undefined)?.service(name);

/** Keeps content types out of the GraphQL schema: hiding a type elsewhere does not. */
export const hideFromGraphql = (strapi: Strapi, uids: readonly string[]): void => {
  const extension = graphqlService<Extension>(strapi, 'extension');
  for (const uid of uids) extension?.shadowCRUD(uid).disable();
};

/**
 * The host's check of scopes, whose refusal may carry a code by now. What carries none leaves as the host's own.
 * @throws ForbiddenError, PolicyError
 */
export const verifyScopes = async (strapi: Strapi, auth: unknown, scope: readonly string[]): Promise<void> => {
  const service = strapi.get('auth') as unknown as { verify(auth: unknown, config: { scope: readonly string[] }): Promise<unknown> };
  try {
    await service.verify(auth, { scope });
  } catch (error) {
    throw error instanceof errors.PolicyError ? error : new errors.ForbiddenError();
  }
};

/** The fields that the host makes of a type, with the scope that each asks for. */
const fieldsOf = (model: Model, naming: Naming): [string, string][] => {
  const { uid, kind } = model;
  const connection: [string, string][] = kind === 'singleType' ? [] : [[`Query.${naming.getFindConnectionQueryName(model)}`, `${uid}.find`]];
  const list: [string, string][] = kind === 'singleType' ? [] : [[`Query.${naming.getFindQueryName(model)}`, `${uid}.find`]];
  return [
    ...list,
    ...connection,
    [`Query.${naming.getFindOneQueryName(model)}`, kind === 'singleType' ? `${uid}.find` : `${uid}.findOne`],
    [`Mutation.${naming.getCreateMutationTypeName(model)}`, `${uid}.create`],
    [`Mutation.${naming.getUpdateMutationTypeName(model)}`, `${uid}.update`],
    [`Mutation.${naming.getDeleteMutationTypeName(model)}`, `${uid}.delete`],
  ];
};

/** The fields of any type or component that lead to one of these types. */
const relationsTo = (strapi: Strapi, targets: ReadonlySet<string>, naming: Naming): [string, string][] =>
  ([...Object.values(strapi.contentTypes), ...Object.values(strapi.components)] as unknown as Model[]).flatMap((model) =>
    Object.entries(model.attributes)
      .filter(([, { type, target }]) => type === 'relation' && target !== undefined && targets.has(target))
      .flatMap(([name, { target, relation }]): [string, string][] => {
        const path = `${model.modelType === 'component' ? naming.getComponentName(model) : naming.getTypeName(model)}.${name}`;
        const scope = `${target}.find`;
        return relation?.endsWith('Many') ? [[path, scope], [`${path}_connection`, scope]] : [[path, scope]];
      }),
  );

/** Which scope each field asks for, by its path: `Query.customers`. */
const scopesOfFields = createPort<Map<string, string>>('scopes of GraphQL fields', () => new Map());

/** The scope that a field asks for, if the policy is to check it. */
export const scopeOfField = (strapi: Strapi, path: string): string | undefined => scopesOfFields.of(strapi).get(path);

/**
 * The host merges all that is configured anew for each type of the site: the less stands here, the sooner it
 * has started. Which scope it is, the policy looks up.
 */
const checkedBy = (strapi: Strapi, policy: string, fields: readonly (readonly [string, string])[]): object => {
  const scopes = scopesOfFields.of(strapi);
  for (const [path, scope] of fields) scopes.set(path, scope);
  return Object.fromEntries(fields.map(([path]) => [path, { auth: false, policies: [policy] }]));
};

/**
 * Has a policy check the scopes of these types' fields instead of the host, which answers every refusal
 * with a bare one. What is configured first wins, and the host configures its own at bootstrap.
 */
export const checkScopesByPolicy = (strapi: Strapi, uids: readonly string[], policy: string): void => {
  const extension = graphqlService<Extension>(strapi, 'extension');
  const naming = graphqlService<{ naming: Naming }>(strapi, 'utils')?.naming;
  if (!extension || !naming) return;
  const models = uids.map((uid) => strapi.getModel(uid as never) as unknown as Model);
  const fields = [...models.flatMap((model) => fieldsOf(model, naming)), ...relationsTo(strapi, new Set(uids), naming)];
  extension.use({ resolversConfig: checkedBy(strapi, policy, fields) });
};

/** Adds a feature's fields to the schema, each behind the policy that leaves the reason of a refusal in. */
export const extendGraphql = (strapi: Strapi, { typeDefs, resolvers, scopes }: Graphql<Strapi>): void => {
  const resolversConfig = checkedBy(strapi, 'plugin::roster.graphql-scopes', Object.entries(scopes));
  graphqlService<Extension>(strapi, 'extension')?.use({ typeDefs, resolvers: resolvers({ strapi }), resolversConfig });
};
