import type { Strapi } from './strapi';

/** Has work done when the transaction that runs is in the database; never, where it is rolled back. */
export const onCommit = async (strapi: Strapi, run: () => void): Promise<void> => {
  // Inside of a transaction this opens none: it hands over the one that runs.
  await strapi.db.transaction(({ onCommit: later }) => later(run));
};
