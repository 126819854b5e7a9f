import { z } from 'zod';
import type { Context, Feature, Graphql, Route } from './define-feature';
import { createConfig } from './config';

/** Joins one registry of all features. A name that two features claim is a mistake of ours: throw. */
const join = <Host, T>(
  features: readonly Feature<Host>[],
  registry: string,
  pick: (feature: Feature<Host>) => Readonly<Record<string, T>> | undefined,
): Record<string, T> => {
  const joined: Record<string, T> = {};
  const claimedBy: Record<string, string> = {};
  for (const feature of features) {
    for (const [name, value] of Object.entries(pick(feature) ?? {})) {
      if (name in joined) {
        throw new Error(`Features "${claimedBy[name]}" and "${feature.name}" both define ${registry} "${name}".`);
      }
      joined[name] = value;
      claimedBy[name] = feature.name;
    }
  }
  return joined;
};

const routesOf = <Host>(features: readonly Feature<Host>[], type: 'admin' | 'content-api') => ({
  type,
  routes: features.flatMap((feature): readonly Route[] => feature.routes?.[type] ?? []),
});

/** The two places in the host's life for which Strapi has no hook of a plugin. */
export interface HostHooks<Host> {
  afterAdminBootstrap(strapi: Host, run: () => Promise<void>): void;
  extendGraphql(strapi: Host, graphql: Graphql<Host>): void;
}

/**
 * Makes of features the object that Strapi loads as a plugin. Hooks run in the order of the
 * features, `destroy` in reverse.
 */
export const composePlugin = <Host>(features: readonly Feature<Host>[], { afterAdminBootstrap, extendGraphql }: HostHooks<Host>) => {
  const run = async (hook: 'register' | 'bootstrap' | 'afterAdmin', context: Context<Host>) => {
    for (const feature of features) await feature[hook]?.(context);
  };

  return {
    config: createConfig(z.strictObject(join(features, 'config key', (feature) => feature.config) as z.ZodRawShape)),
    contentTypes: join(features, 'content type', (feature) => feature.contentTypes),
    services: join(features, 'service', (feature) => feature.services),
    controllers: join(features, 'controller', (feature) => feature.controllers),
    policies: join(features, 'policy', (feature) => feature.policies),
    routes: { admin: routesOf(features, 'admin'), 'content-api': routesOf(features, 'content-api') },
    async register(context: Context<Host>) {
      await run('register', context);
      for (const { graphql } of features) if (graphql) extendGraphql(context.strapi, graphql);
      afterAdminBootstrap(context.strapi, () => run('afterAdmin', context));
    },
    bootstrap: (context: Context<Host>) => run('bootstrap', context),
    async destroy(context: Context<Host>) {
      for (const feature of [...features].reverse()) await feature.destroy?.(context);
    },
  };
};
