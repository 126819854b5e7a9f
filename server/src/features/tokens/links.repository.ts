import { holdRow } from '../../host/row-lock';
import { own, type Strapi } from '../../host/strapi';

const LINK = own('mailed-link');

/** What a mailed link is for. */
export interface LinkValues {
  readonly member: string | null;
  readonly email: string;
  readonly door: 'panel' | 'api' | null;
  readonly browser: string | null;
  readonly device: string | null;
  readonly language: string | null;
}

export interface MailedLink extends LinkValues {
  readonly documentId: string;
  readonly expiresAt: Date | string;
}

export const createLinksRepository = (strapi: Strapi) => {
  const links = () => strapi.db.query(LINK);
  return {
    find: (documentId: string) => links().findOne({ where: { documentId } }) as Promise<MailedLink | null>,

    /** Makes or renews the link for a key, which nobody else touches until the transaction ends. */
    async put(purpose: string, key: string, values: LinkValues & { readonly expiresAt: Date }): Promise<MailedLink> {
      await holdRow(strapi, LINK, { purpose, key }, { ...values, expiresAt: values.expiresAt.toISOString() });
      await links().updateMany({ where: { purpose, key }, data: values });
      return (await links().findOne({ where: { purpose, key } })) as MailedLink;
    },

    async remove(documentId: string): Promise<void> {
      await links().deleteMany({ where: { documentId } });
    },

    of: (member: string) => links().findMany({ where: { member } }) as Promise<MailedLink[]>,
    to: (emails: readonly string[]) => links().findMany({ where: { email: { $in: [...emails] } } }) as Promise<MailedLink[]>,

    async removeExpired(before: Date): Promise<void> {
      await links().deleteMany({ where: { expiresAt: { $lt: before } } as never });
    },
  };
};
