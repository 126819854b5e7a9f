import { asSystem } from '../kernel/frame';
import type { Strapi } from './strapi';

const MOST = { integer: 2_147_483_647n, biginteger: 9_223_372_036_854_775_807n } as const;

/** Whether a column of this kind could hold it: PostgreSQL refuses to compare a number with anything else. */
const fits = (type: string, key: string): boolean => {
  if (type !== 'integer' && type !== 'biginteger') return true;
  return /^-?\d{1,19}$/.test(key) && BigInt(key.replace('-', '')) <= MOST[type];
};

/** Which records have each of these values in a field, by documentId. Values that none has are not there. */
export const recordsByKey = (strapi: Strapi, uid: string, field: string, keys: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> =>
  asSystem(async () => {
    const { attributes } = strapi.getModel(uid as never) as unknown as { attributes: Record<string, { type: string }> };
    const wanted = keys.filter((key) => fits(attributes[field]?.type ?? 'string', key));
    const found = new Map<string, Set<string>>();
    if (wanted.length === 0) return found;
    const rows = (await strapi.db.query(uid as never).findMany({ where: { [field]: { $in: wanted } } as never, select: ['documentId', field] as never })) as unknown as Record<string, unknown>[];
    for (const row of rows) {
      const key = String(row[field] as string | number);
      found.set(key, (found.get(key) ?? new Set()).add(row['documentId'] as string));
    }
    return found;
  });
