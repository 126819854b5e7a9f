import { defaultLocaleOf, hasDrafts } from '../../host/content-types';
import { toWhere } from '../../host/predicate-where';
import type { Strapi } from '../../host/strapi';
import { asSystem } from '../../kernel/frame';
import { ALWAYS, type Predicate } from '../../kernel/predicate';
import type { DocumentContext } from './domain/document-actions';

export type Where = Readonly<Record<string, unknown>>;

export interface RowKey {
  readonly id: number;
  readonly documentId: string;
}

export interface Linked {
  readonly id: number;
  readonly documentId?: string;
  readonly __type?: string;
}

/** The rows of a record that a write is about. */
export interface Span {
  /** Those that an update changes: the draft of one locale. */
  readonly changed: Where;
  /** All that are replaced or removed; undefined for a type whose records have one row each. */
  readonly touched?: Where;
}

/** What the guards ask the governed tables, as the system, with the predicate said outright. */
export const createRowsRepository = (strapi: Strapi) => {
  const query = (uid: string) => strapi.db.query(uid as never);

  const count = (uid: string, where: Where, predicate: Predicate): Promise<number> =>
    predicate.kind === 'never' ? Promise.resolve(0) : query(uid).count({ where: { $and: [where, toWhere(strapi, uid, predicate)] } as never });

  return {
    /** Which of these predicates a record satisfies, in any of its rows: an owner is the same on all. */
    satisfies: (uid: string, documentId: string, predicates: readonly Predicate[]): Promise<boolean[]> =>
      asSystem(() => Promise.all(predicates.map(async (predicate) => (await count(uid, { documentId }, predicate)) > 0))),

    /** Which of these predicates hold in every row that a write touches (where there are none yet, in every row). */
    satisfiesThroughout: (uid: string, documentId: string, predicates: readonly Predicate[], touched: Where): Promise<boolean[]> =>
      asSystem(async () => {
        const there = await count(uid, touched, ALWAYS);
        const rows = there > 0 ? touched : { documentId };
        const wanted = Math.max(1, there > 0 ? there : await count(uid, rows, ALWAYS));
        return Promise.all(predicates.map(async (predicate) => (await count(uid, rows, predicate)) >= wanted));
      }),

    /** The rows among these (by documentId or row id) that satisfy the predicate. */
    among: (uid: string, keys: { documentIds: readonly string[]; ids: readonly number[] }, predicate: Predicate): Promise<RowKey[]> =>
      asSystem(async () => {
        if (predicate.kind === 'never') return [];
        const named = { $or: [{ documentId: { $in: [...keys.documentIds] } }, { id: { $in: [...keys.ids] } }] };
        return (await query(uid).findMany({
          where: { $and: [named, toWhere(strapi, uid, predicate)] } as never,
          select: ['id', 'documentId'] as never,
        })) as RowKey[];
      }),

    async spanOf(uid: string, { action, params }: DocumentContext): Promise<Span | undefined> {
      const { documentId, status, locale } = params;
      if (documentId === undefined) return undefined;
      const [drafts, defaultLocale] = [hasDrafts(strapi, uid), await defaultLocaleOf(strapi, uid)];
      const one = { ...(defaultLocale !== undefined && { locale: locale || defaultLocale }) };
      const changed = { documentId, ...(drafts && { publishedAt: null }), ...one };
      if (!drafts && defaultLocale === undefined) return { changed };
      if (action === 'update' && status !== 'published') return { changed, touched: changed };
      const isOne = locale !== '*' && !Array.isArray(locale);
      return { changed, touched: { documentId, ...(isOne && one) } };
    },

    /** What a relation of the rows of a record, or of one component, links to now. */
    linked: (uid: string, where: Where, attribute: string): Promise<Linked[]> =>
      asSystem(async () => {
        const rows = (await query(uid).findMany({ where: where as never, populate: { [attribute]: true } as never })) as Record<string, unknown>[];
        return rows.flatMap((row) => row[attribute] ?? []) as Linked[];
      }),
  };
};

export type RowsRepository = ReturnType<typeof createRowsRepository>;
