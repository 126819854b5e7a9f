import type { AccessRequestStatus } from '../../../../contracts/http-access-requests';
import { own, type Strapi } from '../../host/strapi';
import { createDocumentId } from '../../kernel/ids';

const REQUEST = own('access-request');

/** What is asked for: one of a role and a record. */
export type Wanted = { readonly role: string; readonly type: null; readonly record: null } | { readonly role: null; readonly type: string; readonly record: string };

type Stored = Exclude<AccessRequestStatus, 'over'>;

interface Asked {
  readonly documentId: string;
  readonly member: string;
  readonly reason: string;
  readonly endsAt: Date | string;
  readonly status: Stored;
  readonly note: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | string | null;
  readonly createdAt: Date | string;
}

export type AccessRequest = Asked & Wanted;

/** How somebody answers, and when. */
interface Answer {
  readonly status: Stored;
  readonly answeredBy: string | null;
  readonly answeredAt: Date;
  readonly note?: string | null;
  readonly endsAt?: Date;
}

export const createAccessRequestsRepository = (strapi: Strapi) => {
  const requests = () => strapi.db.query(REQUEST);
  const newest = (where: object, limit: number) => requests().findMany({ where: where as never, orderBy: { id: 'desc' }, limit }) as unknown as Promise<AccessRequest[]>;

  return {
    find: (documentId: string) => requests().findOne({ where: { documentId } }) as unknown as Promise<AccessRequest | null>,

    async insert(values: Wanted & { readonly member: string; readonly reason: string; readonly endsAt: Date; readonly pending: string }): Promise<string> {
      const documentId = createDocumentId();
      await requests().create({ data: { ...values, documentId, status: 'open' } as never });
      return documentId;
    },

    /** Whether this call was the one that answered it: one statement, so that of many at once one is. */
    async answer(documentId: string, from: Stored, { endsAt, ...answer }: Answer): Promise<boolean> {
      const end = endsAt === undefined ? {} : { endsAt: endsAt.toISOString() };
      const { count } = await requests().updateMany({ where: { documentId, status: from }, data: { ...answer, ...end, pending: null } as never });
      return count === 1;
    },

    /** Has what nobody has answered for long be asked for again. Nothing is changed that is not there: MySQL would hold the gap. */
    async giveUp(pending: string, before: Date): Promise<void> {
      const [old] = (await requests().findMany({ where: { pending, createdAt: { $lt: before } } as never, select: ['id'] as never, limit: 1 })) as { id: number }[];
      if (old) await requests().updateMany({ where: { id: old.id } as never, data: { pending: null } as never });
    },

    /** Whether what is asked for is there at all. */
    isThere: async ({ type, record }: Wanted): Promise<boolean> => type === null || (await strapi.db.query(type as never).count({ where: { documentId: record } as never })) > 0,

    of: (member: string, limit: number) => newest({ member }, limit),

    /** Those that wait for an answer, and those that were granted and have not ended. */
    current: ({ since, now }: { readonly since: Date; readonly now: Date }, limit: number) =>
      newest({ $or: [{ status: 'open', createdAt: { $gte: since } }, { status: 'approved', endsAt: { $gt: now } }] }, limit),

    async removeOf(member: string): Promise<void> {
      await requests().deleteMany({ where: { member } });
    },
  };
};

export type AccessRequestsRepository = ReturnType<typeof createAccessRequestsRepository>;
