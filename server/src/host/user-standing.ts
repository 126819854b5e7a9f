import { lockRows } from './row-lock';
import type { SessionUser } from './sessions';
import type { Strapi } from './strapi';
import { transaction } from './transaction';

const UIDS = { panelUser: 'admin::user', apiUser: 'plugin::users-permissions.user' } as const;

interface Row {
  readonly documentId: string;
  readonly isActive?: boolean;
  readonly blocked?: boolean | null;
}

/**
 * Runs work that begins, renews or ends sessions of a user, one after the other: in a transaction that holds his row.
 * Who is switched off waits for a session that begins, and ends it; what begins afterwards finds him switched off.
 */
export const inTurnOfUser = <T>(strapi: Strapi, { door, documentId }: SessionUser, work: () => Promise<T>): Promise<T> =>
  transaction(strapi, async () => {
    if (UIDS[door] in strapi.contentTypes) await lockRows(strapi, UIDS[door], { documentId });
    return work();
  });

/** Whether the host itself lets him in. */
export const isLetIn = async (strapi: Strapi, { door, documentId }: SessionUser): Promise<boolean> => {
  const user = (await strapi.db.query(UIDS[door] as never).findOne({ where: { documentId } as never })) as Row | null;
  return user !== null && (door === 'panelUser' ? user.isActive === true : user.blocked !== true);
};

/** A change of a user that ends his sessions. */
export interface UserChange extends SessionUser {
  readonly reason: 'password-changed' | 'switched-off' | 'deleted';
}

interface Event {
  readonly model: { readonly uid: string };
  readonly params: { readonly data?: Readonly<Record<string, unknown>> };
  readonly result?: Row | null;
}

const DOORS: Readonly<Record<string, SessionUser['door']>> = { 'admin::user': 'panelUser', 'plugin::users-permissions.user': 'apiUser' };

const reasonOf = ({ password, isActive, blocked }: Readonly<Record<string, unknown>>): UserChange['reason'] | undefined => {
  if (isActive === false || blocked === true) return 'switched-off';
  return password === undefined || password === null ? undefined : 'password-changed';
};

/** Hears of users who are switched off, deleted, or given another password, on whichever page or by whichever code. In `bootstrap`. */
export const onUserChanges = (strapi: Strapi, hear: (change: UserChange) => Promise<void>): void => {
  const tell = async ({ model, result }: Event, reason: UserChange['reason'] | undefined): Promise<void> => {
    const door = DOORS[model.uid];
    if (door && reason && result?.documentId) await hear({ door, documentId: result.documentId, reason });
  };
  strapi.db.lifecycles.subscribe({
    models: Object.keys(DOORS).filter((uid) => uid in strapi.contentTypes),
    afterUpdate: (event: unknown) => tell(event as Event, reasonOf((event as Event).params.data ?? {})),
    afterDelete: (event: unknown) => tell(event as Event, 'deleted'),
  } as never);
};
