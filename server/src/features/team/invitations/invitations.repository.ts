import type { InvitationStatus } from '../../../../../contracts/http-invitations';
import { createInserter } from '../../../host/inserter';
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
  /** When its mail is to leave, if it waits for that. */
  readonly sendAt: Date | string | null;
  /** How often it has not left. */
  readonly tries: number | null;
}

export type NewInvitation = Pick<Invitation, 'documentId' | 'email' | 'member' | 'role' | 'book' | 'invitedBy' | 'language'> & { readonly expiresAt: Date };

/** One of many that are written at once, whose mail is to leave. */
export type QueuedInvitation = Pick<Invitation, 'documentId' | 'email' | 'member' | 'role' | 'invitedBy'> & {
  readonly status: 'pending';
  readonly expiresAt: Date;
  readonly sendAt: Date;
  /** documentId of the import. */
  readonly job: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

const QUEUED = ['documentId', 'email', 'member', 'role', 'invitedBy', 'status', 'expiresAt', 'sendAt', 'job', 'createdAt', 'updatedAt'] as const satisfies readonly (keyof QueuedInvitation)[];

type Changes = Partial<Pick<Invitation, 'status' | 'sentAt' | 'mailError' | 'expiresAt' | 'sendAt' | 'tries'>> & { readonly claim?: string | null; readonly closedAt?: Date };

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

    insertMany: createInserter(strapi, INVITATION, QUEUED),

    async update(documentId: string, values: Changes): Promise<void> {
      await invitations().updateMany({ where: { documentId }, data: values });
    },

    /** Those whose mail is to leave by now, the oldest first. */
    async due(now: Date, limit: number): Promise<string[]> {
      const rows = await invitations().findMany({ where: { status: 'pending', sendAt: { $lte: now } }, select: ['documentId'], orderBy: [{ sendAt: 'asc' }, { id: 'asc' }], limit });
      return (rows as { documentId: string }[]).map(({ documentId }) => documentId);
    },

    /** Makes the sending of those of these that are still due somebody's, until a moment: of many at once one gets each. */
    async claim(list: readonly string[], claim: string, { now, until }: { readonly now: Date; readonly until: Date }): Promise<string[]> {
      await invitations().updateMany({ where: { documentId: { $in: [...list] }, status: 'pending', sendAt: { $lte: now } }, data: { claim, sendAt: until } });
      return ((await invitations().findMany({ where: { documentId: { $in: [...list] }, claim }, select: ['documentId'] })) as { documentId: string }[]).map(({ documentId }) => documentId);
    },

    async setExpiry(list: readonly string[], expiresAt: Date): Promise<void> {
      await invitations().updateMany({ where: { documentId: { $in: [...list] } }, data: { expiresAt } });
    },

    /** Of these, those whose sending is still his: meanwhile some may have been sent by hand, or taken back. */
    async claimed(list: readonly string[], claim: string): Promise<Invitation[]> {
      // By nothing else that has an index: most are pending, and a database that has no statistics yet would read them all.
      const found = (await invitations().findMany({ where: { documentId: { $in: [...list] }, claim } })) as Invitation[];
      return found.filter(({ status }) => status === 'pending');
    },

    async noteSent(list: readonly string[], sentAt: Date): Promise<void> {
      await invitations().updateMany({ where: { documentId: { $in: [...list] } }, data: { sentAt, mailError: null, sendAt: null, claim: null } });
    },

    /** Gives back what somebody has made his and not sent. */
    async release(claim: string, sendAt: Date): Promise<void> {
      await invitations().updateMany({ where: { claim }, data: { claim: null, sendAt } });
    },

    /** Of an import: how many mails wait, have left, could not. */
    async mailsOf(job: string): Promise<{ waiting: number; sent: number; failed: number }> {
      const count = (where: object) => invitations().count({ where: { job, ...where } as never });
      return {
        waiting: await count({ status: 'pending', sendAt: { $notNull: true } }),
        sent: await count({ sentAt: { $notNull: true } }),
        failed: await count({ status: 'pending', sendAt: { $null: true }, mailError: { $notNull: true } }),
      };
    },

    async page({ status, page, pageSize }: Page, now: Date): Promise<{ invitations: Invitation[]; total: number }> {
      const where = whereOf(status, now);
      const rows = (await invitations().findMany({ where, orderBy: { id: 'desc' }, offset: (page - 1) * pageSize, limit: pageSize })) as Invitation[];
      return { invitations: rows, total: await invitations().count({ where }) };
    },
  };
};

export type InvitationsRepository = ReturnType<typeof createInvitationsRepository>;
