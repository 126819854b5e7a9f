import { defaultLocaleOf, hasDrafts } from '../../host/content-types';
import { toWhere } from '../../host/predicate-where';
import type { Strapi } from '../../host/strapi';
import { asSystem } from '../../kernel/frame';
import { ALWAYS, type Predicate } from '../../kernel/predicate';
import type { DocumentContext } from './domain/document-actions';

type Where = Readonly<Record<string, unknown>>;

export interface RowKey {
  readonly id: number;
  readonly documentId: string;
}

export interface Linked {
  readonly id: number;
  readonly documentId?: string;
  readonly __type?: string;
}

/** What the guards ask the governed tables, as the system, with the predicate said outright. */
export const createRowsRepository = (strapi: Strapi) => {
  const query = (uid: string) => strapi.db.query(uid as never);

  return {
    /**
     * Which of these predicates a record satisfies: in any of its rows, since an owner is the same on all;
     * or, with `touched`, in every row that a write will touch (where there are none yet, in every row).
     */
    satisfies: (uid: string, documentId: string, predicates: readonly Predicate[], touched?: Where): Promise<boolean[]> =>
      asSystem(async () => {
        const count = (where: Where, predicate: Predicate): Promise<number> =>
          predicate.kind === 'never' ? Promise.resolve(0) : query(uid).count({ where: { $and: [where, toWhere(strapi, uid, predicate)] } as never });
        const all = touched && (await count(touched, ALWAYS)) > 0 ? touched : { documentId };
        const wanted = touched ? Math.max(1, await count(all, ALWAYS)) : 1;
        return Promise.all(predicates.map(async (predicate) => (await count(all, predicate)) >= wanted));
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

    /** The rows that an update of a record changes: the draft of one locale. */
    async toChange(uid: string, documentId: string, locale?: string): Promise<Where> {
      const defaultLocale = await defaultLocaleOf(strapi, uid);
      return {
        documentId,
        ...(hasDrafts(strapi, uid) && { publishedAt: null }),
        ...(defaultLocale !== undefined && { locale: locale || defaultLocale }),
      };
    },

    /** The rows of a record that a write touches; undefined for a type whose records have one row each. */
    async touchedBy(uid: string, { action, params }: DocumentContext): Promise<Where | undefined> {
      const { documentId, status, locale } = params;
      const defaultLocale = await defaultLocaleOf(strapi, uid);
      if (documentId === undefined || (defaultLocale === undefined && !hasDrafts(strapi, uid))) return undefined;
      if (action === 'update' && status !== 'published') return this.toChange(uid, documentId, locale);
      const one = defaultLocale !== undefined && locale !== '*' && !Array.isArray(locale);
      return { documentId, ...(one && { locale: locale || defaultLocale }) };
    },

    /** What a relation of the rows of a record, or of one component, links to now. */
    linked: (uid: string, where: Readonly<Record<string, unknown>>, attribute: string): Promise<Linked[]> =>
      asSystem(async () => {
        const rows = (await query(uid).findMany({ where: where as never, populate: { [attribute]: true } as never })) as Record<string, unknown>[];
        return rows.flatMap((row) => row[attribute] ?? []) as Linked[];
      }),
  };
};

export type RowsRepository = ReturnType<typeof createRowsRepository>;
