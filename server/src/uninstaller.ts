import { dropColumn, dropTables } from './host/own-schema';
import { forgetTables } from './host/persist-tables';
import type { Strapi } from './host/strapi';
import { TABLE_PREFIX } from './kernel/content-type';
import { OWNER_COLUMN } from './kernel/owner-attribute';

/** Where the host keeps who may do what; it cleans up some of them itself, some only when they are edited. */
const PERMISSIONS = ['admin::permission', 'admin::api-token-permission', 'plugin::users-permissions.permission'];

interface Hooked {
  hook(name: string): { register(run: () => Promise<void>): void };
}

const say = (strapi: Strapi, text: string): void => void strapi.log.info(`roster: ${text}`);

const removeTables = async (strapi: Strapi): Promise<void> => {
  await forgetTables(strapi, TABLE_PREFIX);
  for (const table of await dropTables(strapi, TABLE_PREFIX)) say(strapi, `removed the table ${table}`);
  for (const table of await dropColumn(strapi, OWNER_COLUMN)) say(strapi, `removed the column ${OWNER_COLUMN} of ${table}`);
};

const removePermissions = async (strapi: Strapi): Promise<void> => {
  for (const uid of PERMISSIONS.filter((name) => name in strapi.contentTypes)) {
    const { count } = await strapi.db.query(uid as never).deleteMany({ where: { action: { $startsWith: 'plugin::roster.' } } as never });
    if (count > 0) say(strapi, `removed ${count} rows about the plugin from ${uid}`);
  }
};

/**
 * What the plugin is for the one start in which it is taken off a site (`bin/roster uninstall`): no types,
 * no routes, no guards. It removes from the database whatever it ever put there, before the host brings
 * its tables in step with a site that has no such plugin. Routes that name its policy are closed meanwhile.
 */
export const uninstaller = {
  policies: { can: () => false },
  register({ strapi }: { strapi: Strapi }): void {
    (strapi as unknown as Hooked).hook('strapi::content-types.beforeSync').register(() => removeTables(strapi));
  },
  bootstrap: ({ strapi }: { strapi: Strapi }): Promise<void> => removePermissions(strapi),
};
