import { from, metaOf } from './predicate-sql';
import { runRaw } from './raw';
import type { Strapi } from './strapi';
import { superAdminsAmong } from './super-admin';

/** A user of the host, by his address in small letters. */
export interface KnownUser {
  readonly documentId: string;
  readonly email: string;
  /** Neither blocked nor switched off, nor above all invitations. */
  readonly isUsable: boolean;
}

interface Row {
  readonly document_id: string;
  readonly email: string;
  readonly blocked: boolean | number | null;
  readonly is_active?: boolean | number | null;
}

const DOORS = {
  panelUser: { uid: 'admin::user', columns: ['document_id', 'email', 'blocked', 'is_active'] },
  apiUser: { uid: 'plugin::users-permissions.user', columns: ['document_id', 'email', 'blocked'] },
} as const;

const usersAt = async (strapi: Strapi, door: keyof typeof DOORS, emails: readonly string[]): Promise<Row[]> => {
  const { uid, columns } = DOORS[door];
  if (!(uid in strapi.contentTypes) || emails.length === 0) return [];
  const rows = from(strapi, metaOf(strapi, uid).tableName).select(...columns).whereRaw(`lower(??) in (${emails.map(() => '?').join(', ')})`, ['email', ...emails]);
  return runRaw(strapi, rows as unknown as PromiseLike<Row[]>);
};

/** Which users of the host have one of these addresses, at each of its doors, by a statement for each. */
export const usersWithEmails = async (strapi: Strapi, emails: readonly string[]): Promise<Readonly<Record<keyof typeof DOORS, readonly KnownUser[]>>> => {
  const panel = await usersAt(strapi, 'panelUser', emails);
  const supers = await superAdminsAmong(strapi, panel.map((row) => row.document_id));
  const known = (row: Row, isUsable: boolean): KnownUser => ({ documentId: row.document_id, email: row.email.toLowerCase(), isUsable });
  return {
    panelUser: panel.map((row) => known(row, Boolean(row.is_active) && !row.blocked && !supers.has(row.document_id))),
    apiUser: (await usersAt(strapi, 'apiUser', emails)).map((row) => known(row, !row.blocked)),
  };
};
