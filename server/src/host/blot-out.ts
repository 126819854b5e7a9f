import { toColumn } from './columns';
import { from, metaOf } from './predicate-sql';
import { runRaw } from './raw';
import { setEach } from './set-each';
import type { Strapi } from './strapi';

/** Rows that are rewritten at once. */
const CHUNK = 200;

/** Shorter ones are words of any language as well. */
const SHORTEST = 3;

interface Rows extends PromiseLike<readonly Readonly<Record<string, string | number>>[]> {
  select(columns: object): Rows;
  where(column: string, operator: string, value: number): Rows;
  whereRaw(sql: string, bindings: readonly unknown[]): Rows;
  orderBy(column: string): Rows;
  limit(count: number): Rows;
}

/** How a text may be written where it stands in JSON. */
const writtenIn = (text: string): readonly string[] => [...new Set([text, JSON.stringify(text).slice(1, -1)])];

/** Whether one of these texts stands in a column, as a condition. LIKE that means each character of a text. Databases lower ASCII at least; whoever writes other letters otherwise is found as he is written. */
export const mentions = (column: string, texts: readonly string[]): { readonly sql: string; readonly bindings: readonly string[] } => {
  const patterns = [...new Set(texts.flatMap((text) => writtenIn(text).flatMap((written) => [written.toLowerCase(), written])))];
  const escaped = patterns.map((pattern) => `%${pattern.replaceAll(/[!%_]/g, '!$&')}%`);
  return { sql: `(${escaped.map(() => "(lower(??) like ? escape '!' or ?? like ? escape '!')").join(' or ')})`, bindings: escaped.flatMap((pattern) => [column, pattern, column, pattern]) };
};

/** Replaces texts where they stand as words of their own, however they are written. */
export const blotted = (text: string, out: readonly string[], mark: string): string =>
  out
    .filter((each) => each.length >= SHORTEST)
    .flatMap(writtenIn)
    .reduce((rest, each) => rest.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])${each.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`)}(?![\\p{L}\\p{N}])`, 'giu'), mark), text);

/** Takes texts out of a column of one of the plugin's tables, in the transaction that runs. */
export const blotOut = async (strapi: Strapi, uid: string, attribute: string, { out, mark }: { readonly out: readonly string[]; readonly mark: string }): Promise<void> => {
  const column = toColumn(strapi, uid, attribute);
  const { sql, bindings } = mentions(column, out.filter((each) => each.length >= SHORTEST));
  if (bindings.length === 0) return;
  for (let after = 0; ; ) {
    const table = from(strapi, metaOf(strapi, uid).tableName) as unknown as Rows;
    const rows = await runRaw(strapi, table.select({ id: 'id', text: column }).where('id', '>', after).whereRaw(sql, bindings).orderBy('id').limit(CHUNK));
    await setEach(strapi, uid, [attribute], rows.map(({ id, text }) => ({ id: Number(id), [attribute]: blotted(String(text), out, mark) })));
    if (rows.length < CHUNK) return;
    after = Number(rows.at(-1)?.['id']);
  }
};
