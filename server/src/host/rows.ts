import type { Strapi } from './strapi';

type Row = object;

interface Inserting {
  onConflict(columns: string[]): Inserting;
  ignore(): Inserting;
  execute(): Promise<unknown>;
}

const builder = (strapi: Strapi, uid: string) => strapi.db.queryBuilder(uid) as unknown as { insert(data: Row | Row[]): Inserting };

/** Rows per INSERT: SQLite takes 32,766 bindings a statement. */
const CHUNK = 500;

/** Inserts rows in the transaction that runs. Below the document service on purpose: no events, no per-row statements. */
export const insertRows = async (strapi: Strapi, uid: string, rows: readonly Row[]): Promise<void> => {
  for (let start = 0; start < rows.length; start += CHUNK) {
    await builder(strapi, uid).insert(rows.slice(start, start + CHUNK)).execute();
  }
};

/**
 * Inserts rows in the transaction that runs, and leaves those alone that another node or an earlier
 * boot has inserted. Below the document service on purpose: no events, no per-row statements.
 */
export const insertMissing = async (strapi: Strapi, uid: string, rows: readonly Row[], unique: readonly string[]): Promise<void> => {
  for (let start = 0; start < rows.length; start += CHUNK) {
    await builder(strapi, uid).insert(rows.slice(start, start + CHUNK)).onConflict([...unique]).ignore().execute();
  }
};

/**
 * Removes rows that are there. A deletion that finds nothing holds the gap between others on MySQL until its
 * transaction ends: two who then insert into it wait for each other.
 */
export const removeRows = async (strapi: Strapi, uid: string, where: object): Promise<void> => {
  const rows = strapi.db.query(uid as never);
  const there = (await rows.findMany({ where: where as never, select: ['id'] as never })) as { id: number }[];
  for (let start = 0; start < there.length; start += CHUNK) {
    await rows.deleteMany({ where: { id: { $in: there.slice(start, start + CHUNK).map(({ id }) => id) } } as never });
  }
};
