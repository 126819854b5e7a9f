import { errors } from '@strapi/utils';
import type { RequestContext, Strapi } from './strapi';

type Next = () => Promise<unknown>;

interface AuthService {
  authenticate(ctx: RequestContext, next: Next): Promise<unknown>;
  verify(auth: unknown, config?: { scope?: string | string[] }): Promise<unknown>;
}

/** Around the rest of a request, once the host knows who sends it. */
export type AfterAuthentication = (ctx: RequestContext, next: Next) => Promise<unknown>;

/**
 * Around the host's authentication: every REST, GraphQL and admin route calls it, whichever door
 * issued the session. In `register`, before routes are composed.
 */
export const afterAuthentication = (strapi: Strapi, run: AfterAuthentication): void => {
  const auth = strapi.get('auth') as unknown as AuthService;
  const original = auth.authenticate.bind(auth);
  auth.authenticate = (ctx, next) => original(ctx, () => run(ctx, next));
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

const isCoded = (value: unknown): boolean => typeof (value as { details?: { code?: unknown } } | null)?.details?.code === 'string';

/**
 * Gives a refusal of the Content Manager its code. There the host refuses in two ways: by a policy, which
 * throws, and in its controllers, which answer.
 */
export const withExplanation = async (ctx: RequestContext, next: Next, explain: () => Error | undefined): Promise<unknown> => {
  let answer: unknown;
  try {
    answer = await next();
  } catch (error) {
    throw (error instanceof errors.ForbiddenError && !isCoded(error) ? explain() : undefined) ?? error;
  }
  const refusal = ctx.status === 403 && !isCoded((ctx.body as { error?: unknown } | undefined)?.error) ? explain() : undefined;
  if (refusal) throw refusal;
  return answer;
};
