import type { Strapi } from './strapi';

interface Held {
  raw(sql: string, bindings?: readonly unknown[]): Promise<unknown>;
  commit(): Promise<unknown>;
}

interface Hooked {
  hook(name: string): { register(run: () => Promise<void>): void };
}

/** Any number that nobody else locks by. */
const KEY = 731_905_112;
const SECONDS = 120;

const LOCK: Readonly<Record<string, (held: Held) => Promise<unknown>>> = {
  postgres: (held) => held.raw('select pg_advisory_xact_lock(?)', [KEY]),
  mysql: (held) => held.raw('select get_lock(?, ?)', [`roster.${KEY}`, SECONDS]),
};

const UNLOCK: Readonly<Record<string, (held: Held) => Promise<unknown>>> = {
  mysql: (held) => held.raw('select release_lock(?)', [`roster.${KEY}`]),
};

/**
 * Lets nodes that boot at once on one database bring its tables in step one after the other. The host
 * does it without a lock, so that the second node to create a table would not start: when the plugin
 * is installed, every node finds tables to create. SQLite has one node.
 */
export const lockSchemaSync = (strapi: Strapi): void => {
  let held: Held | undefined;

  const release = async (): Promise<void> => {
    const holding = held;
    held = undefined;
    if (!holding) return;
    await UNLOCK[strapi.db.dialect.client]?.(holding);
    await holding.commit();
  };

  const hook = (name: string) => (strapi as unknown as Hooked).hook(name);
  hook('strapi::content-types.beforeSync').register(async () => {
    const lock = LOCK[strapi.db.dialect.client];
    if (!lock) return;
    held = (await strapi.db.connection.transaction()) as unknown as Held;
    await lock(held);
  });
  hook('strapi::content-types.afterSync').register(release);
};
