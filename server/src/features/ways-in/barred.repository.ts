import { insertMissing } from '../../host/rows';
import { siteHash } from '../../host/site-hash';
import { own, type Strapi } from '../../host/strapi';
import type { Eraser } from '../../kernel/erasure';
import { createDocumentId } from '../../kernel/ids';

const BARRED = own('barred-address');

const hashOf = (strapi: Strapi, email: string): string => siteHash(strapi, 'barred address', email.toLowerCase());

/** Whether somebody with this address was deleted for good. */
export const isBarred = async (strapi: Strapi, email: string): Promise<boolean> => (await strapi.db.query(BARRED as never).count({ where: { hash: hashOf(strapi, email) } as never })) > 0;

/** Has those who are deleted for good be known again, so that their domain alone does not bring them back. */
export const createWaysInEraser =
  (strapi: Strapi): Eraser =>
  async ({ logins }) => {
    const rows = logins.filter((login) => login.includes('@')).map((login) => ({ documentId: createDocumentId(), hash: hashOf(strapi, login) }));
    if (rows.length > 0) await insertMissing(strapi, BARRED, rows, ['hash']);
  };
