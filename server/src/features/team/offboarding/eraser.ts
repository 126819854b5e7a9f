import { own, type Strapi } from '../../../host/strapi';
import type { Eraser } from '../../../kernel/erasure';
import { normalizeEmail } from '../../members';
import { tokensOf } from '../../tokens';

/**
 * How somebody was asked to join, also where he never did: the invitations go, and their links with them. Of files that he
 * stood in, his row stays and says nothing of him.
 */
export const createTeamEraser = (strapi: Strapi): Eraser => async ({ member, logins }) => {
  const invitations = strapi.db.query(own('invitation'));
  const where = { $or: [{ member }, ...logins.map((login) => ({ email: normalizeEmail(login) }))] };
  const his = (await invitations.findMany({ where: where as never, select: ['documentId'] })) as unknown as { documentId: string }[];
  for (const { documentId } of his) await tokensOf(strapi).revoke('invitation', documentId);
  await invitations.deleteMany({ where: { documentId: { $in: his.map(({ documentId }) => documentId) } } as never });
  for (const login of logins) {
    await strapi.db.query(own('import-row')).updateMany({ where: { email: { $eqi: login } } as never, data: { email: '', role: '', territory: '' } as never });
  }
};
