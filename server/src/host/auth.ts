import { errors } from '@strapi/utils';
import type { RequestContext, Strapi } from './strapi';

type Next = () => Promise<unknown>;

interface AuthService {
  authenticate(ctx: RequestContext, next: Next): Promise<unknown>;
  verify(auth: unknown, config?: { scope?: string | string[] }): Promise<unknown>;
}

/**
 * Around the host's authentication: every REST, GraphQL and admin route calls it, whichever door
 * issued the session. In `register`, before routes are composed.
 */
export const afterAuthentication = (strapi: Strapi, run: (ctx: RequestContext) => Promise<void>): void => {
  const auth = strapi.get('auth') as unknown as AuthService;
  const original = auth.authenticate.bind(auth);
  auth.authenticate = (ctx, next) =>
    original(ctx, async () => {
      await run(ctx);
      return next();
    });
};

/** Around the host's check of a route's scopes: `refuse` may give a refusal of the host's a code and a reason. */
export const explainRefusals = (strapi: Strapi, refuse: (scopes: readonly string[]) => Error | undefined): void => {
  const auth = strapi.get('auth') as unknown as AuthService;
  const original = auth.verify.bind(auth);
  auth.verify = async (subject, config) => {
    try {
      return await original(subject, config);
    } catch (error) {
      const refused = error instanceof errors.ForbiddenError && config?.scope ? refuse([config.scope].flat()) : undefined;
      throw refused ?? error;
    }
  };
};
