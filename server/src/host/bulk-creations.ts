import type { Strapi } from './strapi';

interface Created {
  readonly model: { readonly uid: string };
  readonly result: { readonly ids?: readonly (number | string)[] };
}

/**
 * Tells of records that were made many at once below the document service, in the transaction that made them.
 * Single rows are not told of: the document service makes them too, several for one record.
 */
export const onBulkCreation = (strapi: Strapi, uids: readonly string[], run: (uid: string, documentIds: string[]) => Promise<void>): void => {
  strapi.db.lifecycles.subscribe({
    models: [...uids],
    async afterCreateMany(event: unknown) {
      const { model, result } = event as Created;
      const rows = (await strapi.db.query(model.uid as never).findMany({ where: { id: { $in: [...(result.ids ?? [])] } } as never, select: ['documentId'] as never })) as { documentId: string }[];
      await run(model.uid, [...new Set(rows.map(({ documentId }) => documentId))]);
    },
  } as never);
};
