import { own, type Strapi } from '../../../host/strapi';

const ENTRY = own('audit-entry');
const CHECKPOINT = own('audit-checkpoint');

/** Removes what is older than the retention: the only place from which entries go. */
export const createRetentionRepository = (strapi: Strapi) => ({
  /** Entries with places from one to before another. */
  removePlaces: async (from: number, to: number): Promise<void> => void (await strapi.db.query(ENTRY).deleteMany({ where: { place: { $gte: from, $lt: to } } as never })),

  async firstPlace(): Promise<number | undefined> {
    const [first] = (await strapi.db.query(ENTRY).findMany({ select: ['place'], where: { place: { $notNull: true } } as never, orderBy: { place: 'asc' }, limit: 1 })) as unknown as { place: number }[];
    return first?.place;
  },

  removeCheckpointsBelow: async (size: number): Promise<void> => void (await strapi.db.query(CHECKPOINT).deleteMany({ where: { size: { $lt: size } } as never })),
});
