import type { Strapi } from './strapi';

interface Made {
  readonly ids?: readonly number[];
  readonly count?: number;
}

interface Created {
  readonly model: { readonly uid: string };
  readonly result: Made;
}

/**
 * The ids of what was made. MySQL tells the first of each statement alone: then all from there on, as far as they may
 * go, which can hold a record of somebody else's; to be told of it does no harm.
 */
const madeIds = ({ ids = [], count = ids.length }: Made): object =>
  ids.length >= count ? { $in: [...ids] } : { $between: [Math.min(...ids), Math.max(...ids) + count - 1] };

/**
 * Tells of records that were made many at once below the document service, in the transaction that made them.
 * Single rows are not told of: the document service makes them too, several for one record.
 */
export const onBulkCreation = (strapi: Strapi, uids: readonly string[], run: (uid: string, documentIds: string[]) => Promise<void>): void => {
  strapi.db.lifecycles.subscribe({
    models: [...uids],
    async afterCreateMany(event: unknown) {
      const { model, result } = event as Created;
      const rows = (await strapi.db.query(model.uid as never).findMany({ where: { id: madeIds(result) } as never, select: ['documentId'] as never })) as { documentId: string }[];
      await run(model.uid, [...new Set(rows.map(({ documentId }) => documentId))]);
    },
  } as never);
};
