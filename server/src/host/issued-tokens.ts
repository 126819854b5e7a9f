import { claimsOf, type Claims } from './token-claims';
import type { RequestContext, Strapi } from './strapi';

type Action = (ctx: RequestContext, ...rest: readonly unknown[]) => Promise<unknown>;
type Controller = Record<string, Action>;

interface Jwt {
  issue(payload: object): string;
}

/** Whoever is given a token without a session behind it. */
export interface Issued {
  readonly documentId: string;
  /** Until when the token works, in milliseconds. */
  readonly endsAt: number;
}

const USER = 'plugin::users-permissions.user';

/** Actions of the host's that hand out tokens; GraphQL's mutations call the same. */
const ISSUING = ['callback', 'register', 'resetPassword', 'changePassword', 'emailConfirmation'] as const;

/** Whether the content API's tokens have no session of the host's behind them. */
export const areTokensBare = (strapi: Strapi): boolean => strapi.config.get<string>('plugin::users-permissions.jwtManagement', 'legacy-support') !== 'refresh';

const userOf = (strapi: Strapi, id: number): Promise<{ documentId: string } | null> =>
  strapi.db.query(USER as never).findOne({ where: { id } as never, select: ['documentId'] as never }) as Promise<{ documentId: string } | null>;

const withoutTimes = ({ iat: _iat, exp: _exp, ...payload }: Claims): object => payload;

/**
 * Has every token without a session of the host's name one of ours, wherever the host hands one out. In `register`.
 * What `begin` throws takes the token back.
 */
export const nameSessionsOfTokens = (strapi: Strapi, begin: (issued: Issued) => Promise<string>): void => {
  if (!strapi.plugin('users-permissions')) return;

  const named = async (token: string): Promise<string> => {
    const claims = claimsOf(token);
    const user = claims.id === undefined ? null : await userOf(strapi, claims.id);
    if (!user) return token;
    const sid = await begin({ documentId: user.documentId, endsAt: (claims.exp ?? 0) * 1000 });
    return (strapi.plugin('users-permissions').service('jwt') as Jwt).issue({ ...withoutTimes(claims), sid });
  };

  const wrap = (controller: Controller): Controller => {
    const issuing = ISSUING.map((name): [string, Action] => [
      name,
      async (ctx, ...rest) => {
        const answer = await controller[name]?.(ctx, ...rest);
        const given = (ctx.body ?? {}) as { jwt?: unknown };
        if (!areTokensBare(strapi) || typeof given.jwt !== 'string') return answer;
        const token = await named(given.jwt).catch((error: unknown) => {
          ctx.body = undefined;
          throw error;
        });
        ctx.body = { ...given, jwt: token };
        return answer;
      },
    ]);
    return { ...controller, ...Object.fromEntries(issuing) };
  };

  strapi.get('controllers').extend('plugin::users-permissions.auth', wrap as never);
};
