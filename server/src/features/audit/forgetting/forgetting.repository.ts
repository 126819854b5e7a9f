import { mentions } from '../../../host/blot-out';
import { from, metaOf } from '../../../host/predicate-sql';
import { runRaw } from '../../../host/raw';
import { own, type Strapi } from '../../../host/strapi';

const ENTRY = own('audit-entry');

/** Rows per UPDATE. */
const CHUNK = 500;

interface Rows extends PromiseLike<readonly { readonly id: number; readonly personal: string }[]> {
  select(...columns: string[]): Rows;
  whereNotNull(column: string): Rows;
  whereIn(column: string, values: readonly unknown[]): Rows;
  whereRaw(sql: string, bindings: readonly unknown[]): Rows;
  update(values: object): PromiseLike<unknown>;
}

/** What is kept of people beside the sealed text. Raw: it is looked for in the whole log. */
export const createForgettingRepository = (strapi: Strapi) => {
  const rows = () => from(strapi, metaOf(strapi, ENTRY).tableName) as unknown as Rows;
  const kept = () => rows().select('id', 'personal').whereNotNull('personal');

  return {
    /** Of entries that somebody caused. */
    ofActor: (member: string) => runRaw(strapi, kept().whereIn('actor', [member])),
    /** Of entries about these. */
    ofTargets: (ids: readonly string[]) => runRaw(strapi, kept().whereIn('target_id', ids)),
    /** Of entries whose text tells of these users of the host: refusals of those who are nobody here. */
    telling: (ids: readonly string[]) => {
      const { sql, bindings } = mentions('body', ids);
      return ids.length === 0 ? Promise.resolve([]) : runRaw(strapi, kept().whereIn('actor_kind', ['nobody']).whereRaw(sql, bindings));
    },
    /** Where one of these names stands. */
    mentioning: (names: readonly string[]) => {
      const { sql, bindings } = mentions('personal', names);
      return names.length === 0 ? Promise.resolve([]) : runRaw(strapi, kept().whereRaw(sql, bindings));
    },

    async forget(ids: readonly number[]): Promise<void> {
      for (let start = 0; start < ids.length; start += CHUNK) await runRaw(strapi, rows().whereIn('id', ids.slice(start, start + CHUNK)).update({ personal: null }));
    },
  };
};
