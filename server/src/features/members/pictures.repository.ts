import { own, type Strapi } from '../../host/strapi';
import { createDocumentId } from '../../kernel/ids';

const PICTURE = own('picture');

export interface StoredPicture {
  readonly member: string;
  readonly mime: string;
  /** In base64. */
  readonly content: string;
}

/** What members look like. */
export const createPicturesRepository = (strapi: Strapi) => {
  const pictures = () => strapi.db.query(PICTURE);
  return {
    among: (members: readonly string[]) => pictures().findMany({ where: { member: { $in: [...members] } }, orderBy: { member: 'asc' } }) as Promise<StoredPicture[]>,

    async remove(member: string): Promise<void> {
      await pictures().deleteMany({ where: { member } });
    },

    async set(picture: StoredPicture): Promise<void> {
      const { count } = await pictures().updateMany({ where: { member: picture.member }, data: picture });
      if (count === 0) await pictures().create({ data: { documentId: createDocumentId(), ...picture } });
    },
  };
};
