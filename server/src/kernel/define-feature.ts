import type { z } from 'zod';

/** What a feature's factory functions receive. */
export interface Context<Host> {
  readonly strapi: Host;
}

/** One route as Strapi's router reads it. `handler` stays a string: only then does the host make an auth scope of it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly handler: string;
  readonly config?: {
    readonly policies?: readonly (string | { readonly name: string; readonly config: object })[];
    readonly auth?: false;
  };
}

type Handler = (ctx: never, next?: never) => unknown;

/** A field of the GraphQL schema. It runs for the caller of the request, like any handler. */
export type Resolver = (parent: unknown, args: never) => unknown;

/** What a feature adds to the GraphQL schema of a site that has one. */
export interface Graphql<Host> {
  /** Types, and fields of Query and Mutation, in GraphQL's own language. */
  readonly typeDefs: string;
  readonly resolvers: (context: Context<Host>) => Readonly<Record<'Query' | 'Mutation', Readonly<Record<string, Resolver>>>>;
  /** The auth scope that each field asks for, by `Query.name`. The content API's routes have them already. */
  readonly scopes: Readonly<Record<string, string>>;
}

/**
 * A vertical slice of the plugin: everything it adds to Strapi, as plain data.
 * `Host` is the Strapi type; the kernel does not import it, so that it stays free of the host.
 */
export interface Feature<Host> {
  readonly name: string;
  readonly contentTypes?: Readonly<Record<string, { readonly schema: object }>>;
  readonly services?: Readonly<Record<string, (context: Context<Host>) => object>>;
  readonly controllers?: Readonly<Record<string, (context: Context<Host>) => Readonly<Record<string, Handler>>>>;
  readonly policies?: Readonly<Record<string, unknown>>;
  readonly routes?: {
    readonly admin?: readonly Route[];
    readonly 'content-api'?: readonly Route[];
  };
  /** The keys that the feature adds to the plugin's configuration. */
  readonly config?: z.ZodRawShape;
  readonly graphql?: Graphql<Host>;
  register?(context: Context<Host>): void | Promise<void>;
  bootstrap?(context: Context<Host>): void | Promise<void>;
  /**
   * After Strapi's own admin bootstrap: the place to seed. Earlier, a role created here would keep
   * the host from ever making its Super Admin on an empty database.
   */
  afterAdmin?(context: Context<Host>): void | Promise<void>;
  destroy?(context: Context<Host>): void | Promise<void>;
}

export const defineFeature = <Host>(feature: Feature<Host>): Feature<Host> => feature;
