import { own, type Strapi } from '../../host/strapi';
import type { Status } from './content-types/member';

const MEMBER = own('member');
const GRANT = own('grant');
const TERRITORY = own('territory');

export interface Member {
  readonly id: number;
  readonly documentId: string;
  readonly email: string;
  readonly name: string;
  readonly timezone: string | null;
  readonly language: string | null;
  readonly status: Status;
  readonly apiUser: string | null;
  readonly panelUser: string | null;
}

export interface Grant {
  readonly member: string;
  readonly role: string;
  readonly source: string;
  readonly endsAt: string | null;
}

export type MemberValues = Partial<Omit<Member, 'id' | 'documentId'>> & { readonly territories?: readonly number[] };

export const createMembersRepository = (strapi: Strapi) => {
  const members = () => strapi.db.query(MEMBER);
  return {
    find: (where: Partial<Record<keyof Member, unknown>>) => members().findOne({ where }) as Promise<Member | null>,
    insert: (data: MemberValues) => members().create({ data }) as Promise<Member>,
    async setStatus(documentId: string, status: Status): Promise<void> {
      await members().updateMany({ where: { documentId }, data: { status } });
    },

    async linkPanelUser(documentId: string, panelUser: string): Promise<void> {
      await members().updateMany({ where: { documentId }, data: { panelUser } });
    },

    grants: (member: string) => strapi.db.query(GRANT).findMany({ where: { member } }) as Promise<Grant[]>,
    insertGrant: (data: Grant) => strapi.db.query(GRANT).create({ data }) as Promise<Grant>,
    async deleteGrants(where: Partial<Grant>): Promise<void> {
      await strapi.db.query(GRANT).deleteMany({ where });
    },

    territories: (keys: readonly string[]) =>
      strapi.db.query(TERRITORY).findMany({ where: { key: { $in: [...keys] } } }) as Promise<{ id: number; key: string }[]>,
    insertTerritory: (data: { key: string; name: string }) =>
      strapi.db.query(TERRITORY).create({ data }) as Promise<{ id: number; key: string }>,
  };
};

export type MembersRepository = ReturnType<typeof createMembersRepository>;
