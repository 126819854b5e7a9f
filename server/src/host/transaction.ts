import type { Strapi } from './strapi';

/** Runs work in one transaction, or in the one that runs already. The host types the result as a promise of a promise. */
export const transaction = <T>(strapi: Strapi, work: () => Promise<T>): Promise<T> =>
  strapi.db.transaction(work) as unknown as Promise<T>;
