import type { Strapi } from './strapi';

type Persisted = string | { readonly name: string };

interface Hooked {
  hook(name: string): { register(run: () => Promise<void>): void };
}

const STORE = { type: 'core', key: 'persisted_tables' } as const;
const nameOf = (table: Persisted): string => (typeof table === 'string' ? table : table.name);

/**
 * Has the host keep the plugin's tables when it boots without the plugin. It drops tables whose types
 * are gone, save those in this list of its store: switching the plugin off for one boot would lose the
 * team, the books and the audit log.
 */
export const persistTables = (strapi: Strapi, prefix: string): void => {
  (strapi as unknown as Hooked).hook('strapi::content-types.afterSync').register(async () => {
    const own = [...(strapi.db.metadata as unknown as Map<string, { tableName: string }>).values()]
      .map(({ tableName }) => tableName)
      .filter((tableName) => tableName.startsWith(prefix));
    const kept = ((await strapi.store.get(STORE)) ?? []) as Persisted[];
    const missing = own.filter((tableName) => !kept.some((table) => nameOf(table) === tableName));
    if (missing.length > 0) await strapi.store.set({ ...STORE, value: [...kept, ...missing] });
  });
};

/** Has the host forget that it keeps the plugin's tables. */
export const forgetTables = async (strapi: Strapi, prefix: string): Promise<void> => {
  const kept = (((await strapi.store.get(STORE)) ?? []) as Persisted[]).filter((table) => !nameOf(table).startsWith(prefix));
  if (kept.length > 0) await strapi.store.set({ ...STORE, value: kept });
  else await strapi.store.delete(STORE);
};
