import { insertRows } from '../../host/rows';
import { own, type Strapi } from '../../host/strapi';
import { createDocumentId } from '../../kernel/ids';

const TOKEN = own('one-time-token');

export interface StoredToken {
  readonly subject: string;
  readonly expiresAt: Date | string;
  readonly usedAt: Date | string | null;
}

export const createTokensRepository = (strapi: Strapi) => {
  const tokens = () => strapi.db.query(TOKEN);
  return {
    async insert(token: { readonly hash: string; readonly purpose: string; readonly subject: string; readonly expiresAt: Date }): Promise<void> {
      await tokens().create({ data: { documentId: createDocumentId(), ...token } });
    },

    insertMany: (list: readonly { readonly hash: string; readonly purpose: string; readonly subject: string; readonly expiresAt: Date }[]): Promise<void> =>
      insertRows(strapi, TOKEN, list.map((token) => ({ documentId: createDocumentId(), ...token }))),

    find: (purpose: string, hash: string): Promise<StoredToken | null> => tokens().findOne({ where: { purpose, hash } }) as Promise<StoredToken | null>,

    /** Whether this call was the one that used it: one statement, so that of many at once one is. */
    async use(purpose: string, hash: string, now: Date): Promise<boolean> {
      const { count } = await tokens().updateMany({ where: { purpose, hash, usedAt: { $null: true }, expiresAt: { $gt: now } } as never, data: { usedAt: now } });
      return count === 1;
    },

    async removeOf(purpose: string, subject: string): Promise<void> {
      await tokens().deleteMany({ where: { purpose, subject } });
    },

    async removeOfAll(purpose: string, subjects: readonly string[]): Promise<void> {
      await tokens().deleteMany({ where: { purpose, subject: { $in: [...subjects] } } });
    },

    async removeExpired(before: Date): Promise<void> {
      await tokens().deleteMany({ where: { expiresAt: { $lt: before } } as never });
    },
  };
};
