import type { Strapi } from './strapi';

/** The first of these records of which a row was written at a moment or later, if there is one. */
export const changedSince = async (strapi: Strapi, uid: string, documentIds: readonly string[], moment: Date): Promise<string | undefined> => {
  const where = { documentId: { $in: [...documentIds] }, updatedAt: { $gte: moment.toISOString() } };
  const row = (await strapi.db.query(uid as never).findOne({ where: where as never, select: ['documentId'] as never })) as { documentId: string } | null;
  return row?.documentId;
};
