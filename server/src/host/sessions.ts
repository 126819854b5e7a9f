import { replaceInContainer } from './container';
import type { Strapi } from './strapi';

interface Validated {
  readonly isValid: boolean;
  readonly userId?: string;
}

interface OriginSessions {
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

/** Refuses to renew the sessions of some users, at both doors, as the host refuses a token that has ended. */
export const refuseRefresh = (strapi: Strapi, isRefused: (user: SessionUser) => Promise<boolean>): void => {
  const userOf = async (origin: string, userId: string | undefined): Promise<SessionUser | undefined> => {
    const kind = USERS[origin];
    const user = kind && userId !== undefined ? ((await strapi.db.query(kind.uid as never).findOne({ where: { id: userId } as never, select: ['documentId'] as never })) as { documentId: string } | null) : null;
    return kind && user ? { door: kind.door, documentId: user.documentId } : undefined;
  };

  const guard = (origin: string, sessions: OriginSessions): OriginSessions => {
    const rotate = sessions.rotateRefreshToken.bind(sessions);
    sessions.rotateRefreshToken = async (token) => {
      const { isValid, userId } = await sessions.validateRefreshToken(token);
      const user = isValid ? await userOf(origin, userId) : undefined;
      return user && (await isRefused(user)) ? { error: 'invalid_refresh_token' } : rotate(token);
    };
    return sessions;
  };
  replaceInContainer<SessionManager>(strapi, 'sessionManager', (manager) =>
    Object.defineProperties((origin: string) => guard(origin, manager(origin)), Object.getOwnPropertyDescriptors(manager)) as SessionManager,
  );
};
