import { answerHasLeft } from './after-answer';
import type { RequestContext, Strapi } from './strapi';

interface Koa {
  handleRequest(ctx: RequestContext, run: unknown): Promise<unknown>;
}

interface RequestContextStorage {
  run<T>(ctx: unknown, work: () => T): T;
}

/**
 * Keeps the request context until the response has left. The host ends it with its last middleware, but
 * Koa pipes a streamed body after that: code in the stream would no longer know for whom it runs, and
 * code without a request is the system.
 */
export const keepRequestContext = (strapi: Strapi): void => {
  const koa = strapi.server.app as unknown as Koa;
  const context = strapi.requestContext as unknown as RequestContextStorage;
  const handle = koa.handleRequest;
  koa.handleRequest = function handleInContext(ctx, run) {
    return context.run(ctx, () => handle.call(this, ctx, run).finally(() => answerHasLeft(ctx)));
  };
};
