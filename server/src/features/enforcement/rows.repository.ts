import { defaultLocaleOf, hasDrafts } from '../../host/content-types';
import { toWhere } from '../../host/predicate-where';
import type { Strapi } from '../../host/strapi';
import { asSystem } from '../../kernel/frame';
import type { Predicate } from '../../kernel/predicate';

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
    /** Which of these predicates the record satisfies, in any of its rows. */
    satisfies: (uid: string, documentId: string, predicates: readonly Predicate[]): Promise<boolean[]> =>
      asSystem(() =>
        Promise.all(
          predicates.map(async (predicate) => {
            if (predicate.kind === 'never') return false;
            return (await query(uid).count({ where: { $and: [{ documentId }, toWhere(strapi, uid, predicate)] } as never })) > 0;
          }),
        ),
      ),

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
    async toChange(uid: string, documentId: string, locale?: string): Promise<Record<string, unknown>> {
      const defaultLocale = await defaultLocaleOf(strapi, uid);
      return {
        documentId,
        ...(hasDrafts(strapi, uid) && { publishedAt: null }),
        ...(defaultLocale !== undefined && { locale: locale ?? defaultLocale }),
      };
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
