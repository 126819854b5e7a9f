import { randomUUID } from 'node:crypto';
import { buildSessionMetadata } from '@strapi/utils';
import { areTokensBare, type Issued } from './issued-tokens';
import type { RequestContext, Strapi } from './strapi';
import { claimsOf } from './token-claims';

export interface NewSession {
  readonly door: 'apiUser' | 'panelUser';
  readonly documentId: string;
  /** Makes the session that a token names for which the host keeps none; its id. */
  begin(issued: Issued): Promise<string>;
}

export interface IssuedSession {
  readonly jwt: string;
  readonly refreshToken?: string;
}

interface Made {
  readonly token: string;
}

interface OriginSessions {
  generateRefreshToken(userId: string, deviceId: string, options: object): Promise<Made>;
  generateAccessToken(refreshToken: string): Promise<Made | { error: string }>;
}

interface Jwt {
  issue(payload: object): string;
}

interface CookieOptions {
  readonly secure?: boolean | undefined;
  readonly path?: string | undefined;
  readonly domain?: string | undefined;
  readonly sameSite?: string | undefined;
  readonly [option: string]: unknown;
}

const REFRESH_COOKIE = 'strapi_admin_refresh';

const sessionsOf = (strapi: Strapi, origin: string): OriginSessions => (strapi.sessionManager as unknown as (origin: string) => OriginSessions)(origin);

const idOf = async (strapi: Strapi, uid: string, documentId: string): Promise<string> => {
  const user = (await strapi.db.query(uid as never).findOne({ where: { documentId } as never, select: ['id'] as never })) as { id: number } | null;
  if (!user) throw new Error(`No user ${documentId} of ${uid}.`);
  return String(user.id);
};

/** A pair of tokens under an id that nobody has known before. */
const openSession = async (sessions: OriginSessions, user: string, { type, request }: { type: 'session' | 'refresh'; request: RequestContext }): Promise<{ refresh: string; access: string }> => {
  const metadata = buildSessionMetadata({ userAgent: request.get('user-agent') });
  const { token: refresh } = await sessions.generateRefreshToken(user, randomUUID(), { type, metadata });
  const access = await sessions.generateAccessToken(refresh);
  if ('error' in access) throw new Error(`The host issues no session: ${access.error}.`);
  return { refresh, access: access.token };
};

/** The panel reads its token from one cookie and renews it by another, as after its own form. */
const panelCookies = (strapi: Strapi, request: RequestContext): CookieOptions => {
  const { path, domain, secure, sameSite = 'lax' } = strapi.config.get<CookieOptions>('admin.auth.cookie', {});
  const isSecure = typeof secure === 'boolean' ? secure : process.env['NODE_ENV'] === 'production' && request.request.secure === true;
  // Over plain HTTP the host's cookies refuse to be secure.
  return { httpOnly: true, secure: isSecure, overwrite: true, path: path?.trim() || '/admin', domain: domain ?? strapi.config.get('admin.auth.domain'), sameSite };
};

const issueForPanel = async (strapi: Strapi, request: RequestContext, { documentId }: NewSession): Promise<IssuedSession> => {
  const { refresh, access } = await openSession(sessionsOf(strapi, 'admin'), await idOf(strapi, 'admin::user', documentId), { type: 'session', request });
  const options = panelCookies(strapi, request);
  request.cookies.set(REFRESH_COOKIE, refresh, options);
  request.cookies.set(strapi.config.get<string>('admin.auth.cookie.name', 'jwtToken'), access, { ...options, httpOnly: false, signed: false });
  return { jwt: access };
};

/** A token that names one of our sessions: how long it lasts, the host says by making one. */
const bareToken = async (strapi: Strapi, id: number, { documentId, begin }: NewSession): Promise<string> => {
  const jwt = strapi.plugin('users-permissions').service('jwt') as Jwt;
  const { exp = 0 } = claimsOf(jwt.issue({ id }));
  return jwt.issue({ id, sid: await begin({ documentId, endsAt: exp * 1000 }) });
};

const issueForApi = async (strapi: Strapi, request: RequestContext, session: NewSession): Promise<IssuedSession> => {
  const user = await idOf(strapi, 'plugin::users-permissions.user', session.documentId);
  if (areTokensBare(strapi)) return { jwt: await bareToken(strapi, Number(user), session) };
  const { refresh, access } = await openSession(sessionsOf(strapi, 'users-permissions'), user, { type: 'refresh', request });
  return { jwt: access, refreshToken: refresh };
};

/** Signs somebody in at a door of the host, as its own form would: with a session of his own, in the transaction that runs. */
export const issueSession = (strapi: Strapi, request: RequestContext, session: NewSession): Promise<IssuedSession> =>
  session.door === 'panelUser' ? issueForPanel(strapi, request, session) : issueForApi(strapi, request, session);
