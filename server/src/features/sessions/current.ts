import { areTokensBare } from '../../host/issued-tokens';
import type { SessionUser } from '../../host/sessions';
import type { RequestContext, Strapi } from '../../host/strapi';
import { bearerClaims } from '../../host/token-claims';

/** The session that a request comes with. */
export interface CurrentSession {
  readonly user: SessionUser;
  /** The host's row. */
  readonly row?: string;
  /** One of ours. */
  readonly own?: string;
  /** When the token was made that names no session, in milliseconds. */
  readonly madeAt?: number;
}

const DOORS: Readonly<Record<string, SessionUser['door']>> = { admin: 'panelUser', 'users-permissions': 'apiUser' };

/** The session of a request that the host has let in. An API token has none, and nobody has none. */
export const currentSession = (strapi: Strapi, request: RequestContext): CurrentSession | undefined => {
  const { auth, user, session } = request.state as RequestContext['state'] & { session?: { id?: string } };
  const door = DOORS[auth?.strategy?.name ?? ''];
  if (!door || !auth?.credentials || !user?.documentId) return undefined;
  const of: SessionUser = { door, documentId: user.documentId };
  if (door === 'panelUser' || !areTokensBare(strapi)) return session?.id === undefined ? { user: of } : { user: of, row: session.id };
  const { sid, iat = 0 } = bearerClaims(request);
  return typeof sid === 'string' ? { user: of, own: sid } : { user: of, madeAt: iat * 1000 };
};
