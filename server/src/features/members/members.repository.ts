import { createInserter } from '../../host/inserter';
import { from, metaOf } from '../../host/predicate-sql';
import { own, type Strapi } from '../../host/strapi';
import type { Restriction, Status } from '../../../../contracts/http-members';

const MEMBER = own('member');
const GRANT = own('grant');

export interface Member {
  readonly id: number;
  readonly documentId: string;
  readonly email: string;
  readonly name: string;
  readonly phone: string | null;
  readonly timezone: string | null;
  readonly language: string | null;
  readonly status: Status;
  readonly apiUser: string | null;
  readonly panelUser: string | null;
  readonly restriction: Exclude<Restriction, 'none'> | null;
  readonly deactivatedAt: Date | string | null;
}

export interface Grant {
  readonly member: string;
  readonly role: string;
  readonly source: string;
  readonly endsAt: Date | string | null;
}

/** Which members, and which page of them. */
export interface MemberFilter {
  /** Part of the name or of the address. */
  readonly search?: string | undefined;
  /** Without it, everybody but those who were deleted. */
  readonly status?: Status | undefined;
  /** Key of a role that is granted, whether it decides or not. */
  readonly role?: string | undefined;
  readonly page: number;
  readonly pageSize: number;
}

export type MemberValues = Partial<Omit<Member, 'id' | 'documentId'>> & { readonly territories?: readonly number[] };

/** documentIds of the host's users, by the column that links to them. */
const USERS = { apiUser: 'plugin::users-permissions.user', panelUser: 'admin::user' } as const;

export const createMembersRepository = (strapi: Strapi) => {
  const members = () => strapi.db.query(MEMBER);
  const grants = () => strapi.db.query(GRANT);

  const whereOf = ({ search, status, role }: MemberFilter) => ({
    $and: [
      search === undefined ? {} : { $or: [{ name: { $containsi: search } }, { email: { $containsi: search } }] },
      status === undefined ? { status: { $ne: 'deleted' } } : { status },
      role === undefined ? {} : { documentId: { $in: from(strapi, metaOf(strapi, GRANT).tableName).select('member').where({ role }) as never } },
    ],
  });

  return {
    find: (where: Partial<Record<keyof Member, unknown>>) => members().findOne({ where }) as Promise<Member | null>,
    among: (list: readonly string[]) => members().findMany({ where: { documentId: { $in: [...list] } } }) as Promise<Member[]>,
    insert: (data: MemberValues) => members().create({ data }) as Promise<Member>,
    async setStatus(documentId: string, status: Status, deactivatedAt: Date | null = null): Promise<void> {
      await members().updateMany({ where: { documentId }, data: { status, deactivatedAt } });
    },
    /** Leaves nothing of a member but that he was there. */
    async bury(id: number, left: Partial<Member>): Promise<void> {
      await members().update({ where: { id }, data: { ...left, status: 'deleted', restriction: null, territories: [] } as never });
    },
    async setProfile(documentId: string, values: Partial<Pick<Member, 'email' | 'name' | 'phone' | 'timezone' | 'language' | 'status' | 'apiUser' | 'panelUser'>>): Promise<void> {
      await members().updateMany({ where: { documentId }, data: values });
    },
    async remove(documentId: string): Promise<void> {
      await members().delete({ where: { documentId } });
    },
    async setRestriction(documentId: string, restriction: Member['restriction']): Promise<void> {
      await members().updateMany({ where: { documentId }, data: { restriction } });
    },
    async setUsers(documentId: string, users: { apiUser?: string | null; panelUser?: string | null }): Promise<void> {
      await members().updateMany({ where: { documentId }, data: users });
    },

    async page(filter: MemberFilter): Promise<{ members: Member[]; total: number }> {
      const where = whereOf(filter);
      const { page, pageSize } = filter;
      const rows = members().findMany({ where, orderBy: [{ name: 'asc' }, { id: 'asc' }], offset: (page - 1) * pageSize, limit: pageSize }) as Promise<Member[]>;
      return { members: await rows, total: await members().count({ where }) };
    },

    everybody: () => members().findMany({ orderBy: { id: 'asc' } }) as Promise<Member[]>,

    active: () => members().findMany({ where: { status: 'active' }, orderBy: [{ name: 'asc' }, { id: 'asc' }] }) as Promise<Member[]>,

    /** documentIds of all to whom a role is granted. */
    holdersOf: async (role: string): Promise<string[]> => ((await grants().findMany({ where: { role }, select: ['member'] })) as Grant[]).map(({ member }) => member),
    /** documentIds of all who have a grant of this source. */
    holdersBySource: async (source: string): Promise<string[]> => ((await grants().findMany({ where: { source }, select: ['member'], orderBy: { id: 'asc' } })) as Grant[]).map(({ member }) => member),
    grantsOf: (list: readonly string[]) => grants().findMany({ where: { member: { $in: [...list] } }, orderBy: { id: 'asc' } }) as Promise<Grant[]>,
    grants: (member: string) => grants().findMany({ where: { member } }) as Promise<Grant[]>,
    /** Members of these addresses, which are in small letters. */
    withEmails: (list: readonly string[]) => members().findMany({ where: { email: { $in: [...list] } } }) as Promise<Member[]>,
    /** Members of these users of the host. */
    withUsers: (link: keyof typeof USERS, list: readonly string[]) => members().findMany({ where: { [link]: { $in: [...list] } } }) as Promise<Member[]>,
    insertMany: createInserter(strapi, MEMBER, ['documentId', 'email', 'name', 'status', 'createdAt', 'updatedAt']),
    insertGrants: createInserter(strapi, GRANT, ['documentId', 'member', 'role', 'source', 'createdAt', 'updatedAt']),
    insertGrant: ({ endsAt, ...data }: Grant) => grants().create({ data: { ...data, endsAt: endsAt === null ? null : new Date(endsAt).toISOString() } }) as Promise<Grant>,
    async deleteGrants(where: Partial<Grant>): Promise<void> {
      await grants().deleteMany({ where });
    },

    /** Whether a user of the host is there. */
    async hasUser(link: keyof typeof USERS, documentId: string): Promise<boolean> {
      const uid = USERS[link];
      return uid in strapi.contentTypes && (await strapi.db.query(uid as never).count({ where: { documentId } as never })) > 0;
    },
  };
};

export type MembersRepository = ReturnType<typeof createMembersRepository>;
