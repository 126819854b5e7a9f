import { replaceInContainer } from './container';
import type { Strapi } from './strapi';

interface Validated {
  readonly isValid: boolean;
  readonly userId?: string;
}

interface Options {
  readonly metadata?: { readonly roster?: object };
}

interface OriginSessions {
  generateRefreshToken(userId: string, deviceId: string | undefined, options?: Options): Promise<unknown>;
  validateRefreshToken(token: string): Promise<Validated>;
  rotateRefreshToken(token: string): Promise<{ token: string } | { error: string }>;
}

type SessionManager = ((origin: string) => OriginSessions) & Record<string, unknown>;

/** Whose session it is. */
export interface SessionUser {
  readonly door: 'apiUser' | 'panelUser';
  readonly documentId: string;
}

/** Where the host keeps the users of each kind of session. */
const USERS: Readonly<Record<string, { readonly uid: string; readonly door: SessionUser['door'] }>> = {
  admin: { uid: 'admin::user', door: 'panelUser' },
  'users-permissions': { uid: 'plugin::users-permissions.user', door: 'apiUser' },
};

const userOf = async (strapi: Strapi, origin: string, userId: string | undefined): Promise<SessionUser | undefined> => {
  const kind = USERS[origin];
  const user = kind && userId !== undefined ? ((await strapi.db.query(kind.uid as never).findOne({ where: { id: userId } as never, select: ['documentId'] as never })) as { documentId: string } | null) : null;
  return kind && user ? { door: kind.door, documentId: user.documentId } : undefined;
};

/** Goes around what the host does with the sessions of each kind, for whoever asks it to. */
const aroundSessions = (strapi: Strapi, change: (origin: string, sessions: OriginSessions) => void): void =>
  replaceInContainer<SessionManager>(strapi, 'sessionManager', (manager) => {
    const changed = (origin: string): OriginSessions => {
      const sessions = manager(origin);
      change(origin, sessions);
      return sessions;
    };
    return Object.defineProperties(changed, Object.getOwnPropertyDescriptors(manager)) as SessionManager;
  });

/** Refuses to renew the sessions of some users, at both doors, as the host refuses a token that has ended. */
export const refuseRefresh = (strapi: Strapi, isRefused: (user: SessionUser) => Promise<boolean>): void =>
  aroundSessions(strapi, (origin, sessions) => {
    const rotate = sessions.rotateRefreshToken.bind(sessions);
    sessions.rotateRefreshToken = async (token) => {
      const { isValid, userId } = await sessions.validateRefreshToken(token);
      const user = isValid ? await userOf(strapi, origin, userId) : undefined;
      return user && (await isRefused(user)) ? { error: 'invalid_refresh_token' } : rotate(token);
    };
  });

/** Goes around the beginning of every session that the host keeps. What `mark` says of it stays with it when it is renewed. */
export const onSessionStart = (strapi: Strapi, around: (user: SessionUser, start: (mark: object) => Promise<unknown>) => Promise<unknown>): void =>
  aroundSessions(strapi, (origin, sessions) => {
    const generate = sessions.generateRefreshToken.bind(sessions);
    sessions.generateRefreshToken = async (userId, deviceId, options = {}) => {
      const user = await userOf(strapi, origin, userId);
      if (!user) return generate(userId, deviceId, options);
      return around(user, (mark) => generate(userId, deviceId, { ...options, metadata: { ...options.metadata, roster: { ...options.metadata?.roster, ...mark } } }));
    };
  });

/** A session that somebody wants to renew, with the token that he shows; without a user, the host will refuse it. */
export interface Renewal {
  readonly door: SessionUser['door'];
  readonly token: string;
  readonly user?: SessionUser;
  /** Whether the host renewed it, with what it answers. */
  renew(): Promise<{ readonly isRenewed: boolean }>;
}

/** Goes around every renewal; it answers as the host does, or as the host does for a token that has ended. */
export const onSessionRenewal = (strapi: Strapi, around: (renewal: Renewal) => Promise<void>): void =>
  aroundSessions(strapi, (origin, sessions) => {
    const rotate = sessions.rotateRefreshToken.bind(sessions);
    sessions.rotateRefreshToken = async (token) => {
      const door = USERS[origin]?.door;
      if (!door) return rotate(token);
      const { isValid, userId } = await sessions.validateRefreshToken(token);
      const user = isValid ? await userOf(strapi, origin, userId) : undefined;
      let answer: { token: string } | { error: string } = { error: 'invalid_refresh_token' };
      const renew = async () => {
        answer = await rotate(token);
        return { isRenewed: !('error' in answer) };
      };
      await around({ door, token, renew, ...(user && { user }) });
      return answer;
    };
  });
