import { OWNER_COLUMN } from '../kernel/owner-attribute';
import { from, metaOf } from './predicate-sql';
import { own, type Strapi } from './strapi';

interface Updatable {
  update(values: object): Promise<number>;
}

interface Probe extends PromiseLike<unknown[]> {
  whereNotNull(column: string): Probe;
  where(where: object): Probe;
  select(column: string): Probe;
  limit(count: number): Probe;
}

const hasRow = async (query: unknown): Promise<boolean> => ((await (query as Probe).select('id').limit(1)).length > 0);

/** Whether entries of this kind exist for a type whose rows name nobody: the column was dropped and made again. */
export const projectionIsLost = async (strapi: Strapi, uid: string, kind: string): Promise<boolean> => {
  const rows = strapi.db.getConnection(metaOf(strapi, uid).tableName as never) as unknown as Probe;
  if (await hasRow(rows.whereNotNull(OWNER_COLUMN))) return false;
  const entries = strapi.db.getConnection(metaOf(strapi, own('entry')).tableName as never) as unknown as Probe;
  return hasRow(entries.where({ type: uid, kind }));
};

/** Writes the member of the entry onto every row of a type, in one statement. */
export const projectAllRows = async (strapi: Strapi, uid: string, kind: string): Promise<void> => {
  const { tableName } = metaOf(strapi, uid);
  const member = from(strapi, `${metaOf(strapi, own('entry')).tableName} as re`)
    .select('re.member')
    .where({ 're.type': uid, 're.kind': kind })
    .whereRaw('?? = ??', ['re.record', `${tableName}.document_id`]);
  await (strapi.db.getConnection(tableName as never) as unknown as Updatable).update({ [OWNER_COLUMN]: member });
};
