import { prepare, type Preparable } from '../../host/prepared';
import { insertMissing } from '../../host/rows';
import { own, type Strapi } from '../../host/strapi';
import type { Proofs } from '../../kernel/assurance';
import { createDocumentId } from '../../kernel/ids';

const SESSION = own('session');
const CUTOFF = own('cutoff');

/** Rows that are removed by one statement. */
const PAGE = 500;

export interface BareSession {
  readonly documentId: string;
  readonly user: string;
  readonly deviceName: string | null;
  readonly address: string | null;
  readonly proofs: Proofs;
  readonly startedAt: number;
  readonly seenAt: number;
  readonly endsAt: number;
}

interface Row extends Omit<BareSession, 'startedAt' | 'seenAt' | 'endsAt' | 'proofs'> {
  readonly proofs: Proofs | null;
  readonly startedAt: string;
  readonly seenAt: string;
  readonly endsAt: string;
}

interface Builder<T> extends Preparable<T> {
  select(columns: readonly string[]): Builder<T>;
  where(where: object): Builder<T>;
}

const toSession = ({ documentId, user, deviceName, address, proofs, startedAt, seenAt, endsAt }: Row): BareSession => ({
  ...{ documentId, user, deviceName, address, proofs: proofs ?? {} },
  ...{ startedAt: Number(startedAt), seenAt: Number(seenAt), endsAt: Number(endsAt) },
});

/** Sessions of the content API where the host keeps none, and since when tokens without any count. */
export const createSessionsRepository = (strapi: Strapi) => {
  const sessions = () => strapi.db.query(SESSION);
  const one = prepare(strapi, (documentId: string) =>
    (strapi.db.queryBuilder(SESSION) as unknown as Builder<{ user: string; seen_at: string; ends_at: string }>).select(['user', 'seenAt', 'endsAt']).where({ documentId }));
  const cut = prepare(strapi, (user: string) => (strapi.db.queryBuilder(CUTOFF) as unknown as Builder<{ moment: string }>).select(['moment']).where({ user }));

  return {
    insert: (values: Omit<BareSession, 'documentId'> & { readonly documentId: string }): Promise<unknown> => sessions().create({ data: { ...values } }),
    find: async (documentId: string): Promise<BareSession | undefined> => {
      const row = (await sessions().findOne({ where: { documentId } })) as Row | null;
      return row ? toSession(row) : undefined;
    },
    ofUser: async (user: string, now: number): Promise<BareSession[]> => ((await sessions().findMany({ where: { user, endsAt: { $gt: now } } as never })) as Row[]).map(toSession),

    /** What every request asks. */
    async pulse(documentId: string): Promise<{ user: string; seenAt: number; endsAt: number } | undefined> {
      const [row] = await one(documentId);
      return row && { user: row.user, seenAt: Number(row.seen_at), endsAt: Number(row.ends_at) };
    },

    async see(documentId: string, seenAt: number): Promise<void> {
      await sessions().updateMany({ where: { documentId }, data: { seenAt } });
    },
    async prove(documentId: string, proofs: Proofs): Promise<void> {
      await sessions().updateMany({ where: { documentId }, data: { proofs } });
    },
    end: async (documentId: string): Promise<number> => (await sessions().deleteMany({ where: { documentId } })).count,
    endAll: async (user: string, keep?: string): Promise<number> => (await sessions().deleteMany({ where: { user, ...(keep !== undefined && { documentId: { $ne: keep } }) } as never })).count,

    /** Removes sessions whose tokens have ended, a page of them. How many. */
    async removeEnded(before: number): Promise<number> {
      const rows = (await sessions().findMany({ where: { endsAt: { $lt: before } } as never, select: ['id'] as never, orderBy: { id: 'asc' } as never, limit: PAGE })) as { id: number }[];
      if (rows.length > 0) await sessions().deleteMany({ where: { id: { $in: rows.map(({ id }) => id) } } as never });
      return rows.length;
    },

    /** Since when tokens of a user count that name no session. */
    async cutoff(user: string): Promise<number> {
      const [row] = await cut(user);
      return row ? Number(row.moment) : 0;
    },
    async cutOff(user: string, moment: number): Promise<void> {
      await insertMissing(strapi, CUTOFF, [{ documentId: createDocumentId(), user, moment }], ['user']);
      await strapi.db.query(CUTOFF).updateMany({ where: { user, moment: { $lt: moment } } as never, data: { moment } });
    },
  };
};

export type SessionsRepository = ReturnType<typeof createSessionsRepository>;
