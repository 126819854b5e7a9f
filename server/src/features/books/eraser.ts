import { own, type Strapi } from '../../host/strapi';
import type { Eraser } from '../../kernel/erasure';
import type { Entry } from './books.repository';
import { createHistory } from './history';

/**
 * Whoever was deleted helps nobody and is shown nothing. What he owns is in limbo, as with anybody who is not active, until
 * somebody gives it away; what he wrote stays his, by the documentId that is left of him.
 */
export const createBooksEraser = (strapi: Strapi): Eraser => async ({ member, by }) => {
  const entries = strapi.db.query(own('entry'));
  const helping = (await entries.findMany({ where: { member, kind: 'co-owner' }, orderBy: { id: 'asc' } })) as unknown as Entry[];
  await createHistory(strapi).write(helping.map(({ type, record }) => ({ type, record, seat: 'co-owner' as const, from: member, to: null, by, cause: { source: 'manual' as const } })));
  await entries.deleteMany({ where: { member, kind: { $in: ['co-owner', 'shared'] } } as never });
};
