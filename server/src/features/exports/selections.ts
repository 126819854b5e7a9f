import type { ListRows } from '../../host/list-rows';
import type { Strapi } from '../../host/strapi';

/** Rows that are read at once. */
const PAGE = 200;

export type RecordRow = Readonly<Record<string, unknown>> & { readonly id: number; readonly documentId: string };

/** Which records are exported, and in which order. */
export interface Selection {
  count(): Promise<number>;
  pages(fields: readonly string[]): AsyncGenerator<readonly RecordRow[]>;
}

interface Documents {
  findMany(params: object): Promise<RecordRow[]>;
  count(params: object): Promise<number>;
}

export interface Asked {
  readonly status: 'draft' | 'published';
  readonly locale?: string | undefined;
  readonly filters?: Readonly<Record<string, unknown>> | undefined;
}

const documentsOf = (strapi: Strapi, type: string) => strapi.documents(type as never) as unknown as Documents;

/** Whatever is like this, by the id of its row, so that what is written meanwhile moves nothing: nothing is kept of it but one page. */
export const selectBy = (strapi: Strapi, type: string, { filters, ...asked }: Asked): Selection => ({
  count: () => documentsOf(strapi, type).count({ ...asked, ...(filters && { filters }) }),

  async *pages(fields) {
    for (let after = 0; ; ) {
      const rows = await documentsOf(strapi, type).findMany({ ...asked, fields, filters: { $and: [...(filters ? [filters] : []), { id: { $gt: after } }] }, sort: 'id:asc', limit: PAGE });
      yield rows;
      if (rows.length < PAGE) return;
      after = rows.at(-1)?.id ?? after;
    }
  },
});

/** The rows of a list, in its order. One that is deleted meanwhile is left out. */
export const selectList = (strapi: Strapi, type: string, { ids, status, locale }: ListRows): Selection => ({
  count: () => Promise.resolve(ids.length),

  async *pages(fields) {
    for (let start = 0; start < ids.length; start += PAGE) {
      const some = ids.slice(start, start + PAGE);
      const rows = await documentsOf(strapi, type).findMany({ status, locale, fields, filters: { id: { $in: some } }, limit: PAGE });
      const byId = new Map(rows.map((row) => [row.id, row]));
      yield some.flatMap((id) => byId.get(id) ?? []);
    }
  },
});
