import type { Core } from '@strapi/strapi';

/** The host, as Strapi types it. The one place that names the type, so that a change of it has one place to land. */
export type Strapi = Core.Strapi;

/** The part of Koa's context that the plugin touches. */
export interface RequestContext {
  state: Record<string | symbol, unknown> & {
    auth?: { strategy?: { name?: string }; credentials?: unknown };
    user?: { id?: number | string; documentId?: string };
    route?: { info?: { type?: string }; config?: { auth?: unknown; policies?: readonly unknown[] } };
  };
  request: { body?: unknown; ip?: string; secure?: boolean };
  readonly cookies: { get(name: string, options?: object): string | undefined; set(name: string, value: string, options?: object): void };
  method: string;
  /** As the client wrote it, with its query. */
  originalUrl: string;
  /** The path of the route that answers, with its parameters' names (`koa-router`). */
  _matchedRoute?: string;
  params: Record<string, string>;
  query: Record<string, unknown>;
  status: number;
  body: unknown;
  get(header: string): string;
  set(header: string, value: string): void;
  remove(header: string): void;
  readonly res: { destroy(): unknown };
}

/** The request that the running code serves, or nothing: boot, cron, CLI, queue. */
export const currentRequest = (strapi: Strapi): RequestContext | undefined =>
  strapi.requestContext.get() as unknown as RequestContext | undefined;

/** uid of one of the plugin's own content types. */
export const own = (name: string) => `plugin::roster.${name}` as const;
