import { defaultLocaleOf, hasDrafts } from './content-types';
import { asSystem } from '../kernel/frame';
import type { Strapi } from './strapi';

/** A record as its latest content says: the draft of the default locale. */
export interface RecordValues {
  readonly documentId: string;
  readonly [field: string]: unknown;
}

interface Row extends RecordValues {
  readonly publishedAt: Date | string | null;
  readonly locale: string | null;
}

interface Attribute {
  readonly type: string;
}

/** Attributes that no column holds. */
const NESTED = new Set(['relation', 'component', 'dynamiczone', 'media']);

/** What to read of a type for these paths. Names that begin a path are attributes of the type. */
const readingOf = (strapi: Strapi, uid: string, paths: Iterable<string>) => {
  const { attributes } = strapi.getModel(uid as never) as unknown as { attributes: Record<string, Attribute> };
  const roots = [...new Set([...paths].map((path) => path.split('.')[0] ?? path))].filter((name) => name in attributes);
  const isNested = (name: string) => NESTED.has(attributes[name]?.type ?? '');
  const always = ['documentId', 'publishedAt', 'locale'].filter((name) => name === 'documentId' || name in attributes);
  return {
    select: [...new Set([...always, ...roots.filter((name) => !isNested(name))])],
    populate: Object.fromEntries(roots.filter(isNested).map((name) => [name, true])),
  };
};

/** Drafts before published rows, the default locale before others: what an editor sees first. */
const isBetter = (row: Row, than: Row, locale: string | undefined): boolean => {
  const rank = ({ locale: its, publishedAt }: Row) => (locale === undefined || its === locale ? 0 : 2) + (publishedAt === null ? 0 : 1);
  return rank(row) < rank(than);
};

/** Reads the values of many records at the named paths, each once. Records that are not there are left out. */
export const recordValues = (strapi: Strapi, uid: string, documentIds: readonly string[], paths: Iterable<string>): Promise<RecordValues[]> =>
  asSystem(async () => {
    const locale = await defaultLocaleOf(strapi, uid);
    const { select, populate } = readingOf(strapi, uid, paths);
    const where = { documentId: { $in: [...documentIds] } };
    const rows = (await strapi.db.query(uid as never).findMany({ where: where as never, select: select as never, populate: populate as never })) as unknown as Row[];
    if (!hasDrafts(strapi, uid) && locale === undefined) return rows;
    const best = new Map<string, Row>();
    for (const row of rows) {
      const known = best.get(row.documentId);
      if (!known || isBetter(row, known, locale)) best.set(row.documentId, row);
    }
    return [...best.values()];
  });
