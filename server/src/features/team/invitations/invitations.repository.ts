import type { InvitationStatus } from '../../../../../contracts/http-invitations';
import { own, type Strapi } from '../../../host/strapi';

const INVITATION = own('invitation');

/** A record that comes with an invitation. */
export interface BookItem {
  readonly type: string;
  readonly record: string;
}

export interface Invitation {
  readonly id: number;
  readonly documentId: string;
  readonly email: string;
  readonly member: string;
  readonly role: string;
  readonly book: readonly BookItem[] | null;
  readonly invitedBy: string | null;
  readonly language: string | null;
  readonly status: Exclude<InvitationStatus, 'expired'>;
  readonly createdAt: Date | string;
  readonly expiresAt: Date | string;
  readonly sentAt: Date | string | null;
  readonly mailError: string | null;
}

export type NewInvitation = Pick<Invitation, 'documentId' | 'email' | 'member' | 'role' | 'book' | 'invitedBy' | 'language'> & { readonly expiresAt: Date };

interface Page {
  readonly status?: InvitationStatus | undefined;
  readonly page: number;
  readonly pageSize: number;
}

const whereOf = (status: InvitationStatus | undefined, now: Date): object => {
  if (status === 'expired') return { status: 'pending', expiresAt: { $lte: now } };
  if (status === 'pending') return { status, expiresAt: { $gt: now } };
  return status === undefined ? {} : { status };
};

export const createInvitationsRepository = (strapi: Strapi) => {
  const invitations = () => strapi.db.query(INVITATION);
  return {
    find: (documentId: string): Promise<Invitation | null> => invitations().findOne({ where: { documentId } }) as Promise<Invitation | null>,

    async insert(values: NewInvitation): Promise<void> {
      await invitations().create({ data: { ...values, status: 'pending' } });
    },

    async update(documentId: string, values: Partial<Pick<Invitation, 'status' | 'sentAt' | 'mailError' | 'expiresAt'>> & { readonly closedAt?: Date }): Promise<void> {
      await invitations().updateMany({ where: { documentId }, data: values });
    },

    async page({ status, page, pageSize }: Page, now: Date): Promise<{ invitations: Invitation[]; total: number }> {
      const where = whereOf(status, now);
      const rows = (await invitations().findMany({ where, orderBy: { id: 'desc' }, offset: (page - 1) * pageSize, limit: pageSize })) as Invitation[];
      return { invitations: rows, total: await invitations().count({ where }) };
    },
  };
};

export type InvitationsRepository = ReturnType<typeof createInvitationsRepository>;
