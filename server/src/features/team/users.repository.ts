import { from, metaOf } from '../../host/predicate-sql';
import { own, type Strapi } from '../../host/strapi';

/** A user of the host who could be linked to a member. */
export interface HostUser {
  readonly documentId: string;
  readonly name: string;
  readonly email: string;
}

interface UserRow {
  readonly documentId: string;
  readonly email: string;
  readonly username?: string | null;
  readonly firstname?: string | null;
  readonly lastname?: string | null;
}

const DOORS = {
  api: { uid: 'plugin::users-permissions.user', column: 'api_user', fields: ['username', 'email'] },
  panel: { uid: 'admin::user', column: 'panel_user', fields: ['firstname', 'lastname', 'email'] },
} as const;

const MOST = 20;

const nameOf = ({ username, firstname, lastname, email }: UserRow): string => [firstname, lastname].filter(Boolean).join(' ') || username || email;

/** The host's users of one door who are nobody's yet. */
export const createUsersRepository = (strapi: Strapi) => ({
  async free(door: keyof typeof DOORS, search: string | undefined): Promise<HostUser[]> {
    const { uid, column, fields } = DOORS[door];
    if (!(uid in strapi.contentTypes)) return [];
    const taken = from(strapi, metaOf(strapi, own('member')).tableName).select(column).whereRaw('?? is not null', [column]);
    const matches = search === undefined ? {} : { $or: fields.map((field) => ({ [field]: { $containsi: search } })) };
    const rows = (await strapi.db.query(uid as never).findMany({
      where: { $and: [matches, { documentId: { $notIn: taken } }] } as never,
      select: ['documentId', ...fields] as never,
      orderBy: { email: 'asc' } as never,
      limit: MOST,
    })) as unknown as UserRow[];
    return rows.map((row) => ({ documentId: row.documentId, name: nameOf(row), email: row.email }));
  },
});
