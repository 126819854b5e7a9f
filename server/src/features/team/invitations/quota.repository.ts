import { addUpTo } from '../../../host/add-up-to';
import { insertMissing } from '../../../host/rows';
import { own, type Strapi } from '../../../host/strapi';
import { createDocumentId } from '../../../kernel/ids';

const COUNT = own('invitation-count');

interface Day {
  readonly inviter: string;
  /** In UTC, `2026-01-31`. */
  readonly day: string;
}

/** How many invitations who has sent on which day. */
export const createQuotaRepository = (strapi: Strapi) => {
  const counts = () => strapi.db.query(COUNT);
  return {
    sent: async (where: Day): Promise<number> => ((await counts().findOne({ where: { ...where } })) as { sent: number } | null)?.sent ?? 0,

    /** Makes the row of a day, and forgets the days before it. */
    async begin({ inviter, day }: Day): Promise<void> {
      if ((await counts().count({ where: { inviter, day } })) > 0) return;
      await counts().deleteMany({ where: { inviter, day: { $lt: day } } as never });
      await insertMissing(strapi, COUNT, [{ documentId: createDocumentId(), inviter, day, sent: 0 }], ['inviter', 'day']);
    },

    /** Whether there is room for so many more. */
    add: ({ inviter, day }: Day, amount: number, most: number): Promise<boolean> => addUpTo(strapi, COUNT, { inviter, day }, { attribute: 'sent', amount, most }),
  };
};
