import type { Proofs } from '../kernel/assurance';
import { prepare, type Preparable } from './prepared';
import type { SessionUser } from './sessions';
import type { Strapi } from './strapi';

const SESSION = 'admin::session';
const ORIGINS = { panelUser: 'admin', apiUser: 'users-permissions' } as const;
const UIDS = { panelUser: 'admin::user', apiUser: 'plugin::users-permissions.user' } as const;

/** What we say of a session of the host's; it stays with it when it is renewed. */
export interface Mark {
  readonly id: string;
  readonly address: string | null;
  readonly startedAt: number;
  readonly proofs: Proofs;
}

/** One sign-in, with all that it was renewed by. */
export interface KeptSession {
  readonly id: string;
  /** Ids of the host's rows. */
  readonly rows: readonly string[];
  readonly deviceName: string | null;
  readonly address: string | null;
  readonly startedAt: number;
  /** When it was last renewed. */
  readonly seenAt: number;
  readonly endsAt: number;
  readonly proofs: Proofs;
}

interface Row {
  readonly sessionId: string;
  readonly userId: string;
  readonly origin: string;
  readonly status: string;
  readonly childId: string | null;
  readonly createdAt: Date | string;
  readonly expiresAt: Date | string;
  readonly metadata: { readonly deviceName?: string; readonly loginAt?: string; readonly roster?: Mark } | null;
}

interface Builder extends Preparable<{ expires_at: Date | string | number }> {
  select(columns: readonly string[]): Builder;
  where(where: object): Builder;
}

const time = (moment: Date | string | number): number => new Date(moment).getTime();

/** Rows of one sign-in: they bear the same mark, or, where they are from before the plugin, follow each other. */
const familyOf = (rows: readonly Row[], one: Row): readonly Row[] => {
  const mark = one.metadata?.roster?.id;
  if (mark !== undefined) return rows.filter(({ metadata }) => metadata?.roster?.id === mark);
  const family = new Set([one.sessionId]);
  for (let grown = true; grown; ) {
    const before = family.size;
    for (const { sessionId, childId } of rows) {
      if (childId !== null && family.has(sessionId)) family.add(childId);
      if (childId !== null && family.has(childId)) family.add(sessionId);
    }
    grown = family.size > before;
  }
  return rows.filter(({ sessionId }) => family.has(sessionId));
};

const toSession = (family: readonly Row[], live: Row): KeptSession => {
  const { roster, deviceName, loginAt } = live.metadata ?? {};
  const first = family.map(({ createdAt }) => time(createdAt)).sort((a, b) => a - b)[0] ?? time(live.createdAt);
  return {
    id: roster?.id ?? [...family].map(({ sessionId }) => sessionId).sort()[0] ?? live.sessionId,
    rows: family.map(({ sessionId }) => sessionId),
    deviceName: deviceName ?? null,
    address: roster?.address ?? null,
    startedAt: roster?.startedAt ?? (loginAt === undefined ? first : time(loginAt)),
    seenAt: time(live.createdAt),
    endsAt: time(live.expiresAt),
    proofs: roster?.proofs ?? {},
  };
};

/** The sessions that the host keeps itself: of the panel, and of the content API where it renews its tokens. */
export const keptSessions = (strapi: Strapi) => {
  const sessions = () => strapi.db.query(SESSION as never);
  const find = (where: object): Promise<Row[]> => sessions().findMany({ where: where as never, orderBy: { id: 'asc' } as never }) as Promise<Row[]>;
  const row = async (sessionId: string): Promise<Row | null> => (await sessions().findOne({ where: { sessionId } as never })) as Row | null;

  const idOf = async ({ door, documentId }: SessionUser): Promise<string | undefined> => {
    if (!(UIDS[door] in strapi.contentTypes)) return undefined;
    const user = (await strapi.db.query(UIDS[door] as never).findOne({ where: { documentId } as never, select: ['id'] as never })) as { id: number } | null;
    return user ? String(user.id) : undefined;
  };

  const around = async (one: Row | null): Promise<readonly Row[]> => (one ? familyOf(await find({ userId: one.userId, origin: one.origin }), one) : []);

  const remove = async (ids: readonly string[]): Promise<number> => (ids.length === 0 ? 0 : (await sessions().deleteMany({ where: { sessionId: { $in: [...ids] } } as never })).count);

  const expiry = prepare(strapi, (sessionId: string) => (strapi.db.queryBuilder(SESSION) as unknown as Builder).select(['expiresAt']).where({ sessionId }));

  return {
    /** The sessions of a user that live. */
    async ofUser(user: SessionUser, now: number): Promise<KeptSession[]> {
      const userId = await idOf(user);
      if (userId === undefined) return [];
      const rows = await find({ userId, origin: ORIGINS[user.door] });
      const found = new Map<string, KeptSession>();
      for (const live of rows.filter(({ status, expiresAt }) => status === 'active' && time(expiresAt) > now)) {
        const session = toSession(familyOf(rows, live), live);
        found.set(session.id, session);
      }
      return [...found.values()];
    },

    /** The sign-in that a row of the host's belongs to. */
    async of(sessionId: string): Promise<KeptSession | undefined> {
      const family = await around(await row(sessionId));
      const live = family.find(({ status }) => status === 'active') ?? family.at(-1);
      return live && toSession(family, live);
    },

    /** Whether a row of the host's is there and has time left. The host itself does not ask, at the content API. */
    isAlive: async (sessionId: string, now: number): Promise<boolean> => (await expiry(sessionId)).some(({ expires_at: ends }) => time(ends) > now),

    end: ({ rows }: KeptSession): Promise<number> => remove(rows),

    /** Ends all of a user, in the transaction that runs, save that of a row. How many sign-ins, with those that were renewed. */
    async endAll(user: SessionUser, keep?: string): Promise<number> {
      const userId = await idOf(user);
      if (userId === undefined) return 0;
      const kept = keep === undefined ? [] : (await around(await row(keep))).map(({ sessionId }) => sessionId);
      const where = { userId, origin: ORIGINS[user.door], ...(kept.length > 0 && { sessionId: { $notIn: kept } }) };
      return (await sessions().deleteMany({ where: where as never })).count;
    },

    /** Writes down what a session has proved, wherever it is told of it. */
    async prove({ rows, id, address, startedAt }: KeptSession, proofs: Proofs): Promise<void> {
      for (const sessionId of rows) {
        const found = await row(sessionId);
        if (found) await sessions().updateMany({ where: { sessionId } as never, data: { metadata: { ...found.metadata, roster: { ...found.metadata?.roster, id, address, startedAt, proofs } } } as never });
      }
    },

    /**
     * The sign-in of a token that was renewed already and is shown again, though not at once: a second tab may come a
     * moment late. What a token says of its end must be what the host wrote: nobody ends sessions whose id he has heard of.
     */
    async replayed({ sessionId, exp }: { readonly sessionId?: string; readonly exp?: number }, before: number): Promise<{ readonly userId: string; readonly rows: readonly string[] } | undefined> {
      const shown = sessionId === undefined ? null : await row(sessionId);
      if (shown?.status !== 'rotated' || Math.floor(time(shown.expiresAt) / 1000) !== exp) return undefined;
      const child = shown.childId === null ? null : await row(shown.childId);
      if (child && time(child.createdAt) > before) return undefined;
      return { userId: shown.userId, rows: (await around(shown)).map(({ sessionId: id }) => id) };
    },

    remove,

    /** Whose rows these are, in the host's own counting. */
    async userOf(door: SessionUser['door'], userId: string): Promise<SessionUser | undefined> {
      const user = (await strapi.db.query(UIDS[door] as never).findOne({ where: { id: userId } as never, select: ['documentId'] as never })) as { documentId: string } | null;
      return user ? { door, documentId: user.documentId } : undefined;
    },
  };
};
