import type { Strapi } from '../../host/strapi';
import { booksOf, possibleOwners } from '../books';

/** Owners of records of a type who are not active, or may not own any more: their records are in limbo. */
export const absentOwners = async (strapi: Strapi, type: string): Promise<string[]> => {
  const able = new Set((await possibleOwners(strapi)).map(({ documentId }) => documentId));
  return [...(await booksOf(strapi).holdersOf(type, 'owner')).keys()].filter((member) => !able.has(member));
};
