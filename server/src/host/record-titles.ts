import { titleFieldOf } from './content-types';
import { recordValues } from './record-values';
import type { Strapi } from './strapi';

/** How people know records of a type: by name or title, else by documentId. */
export const recordTitles = async (strapi: Strapi, uid: string, documentIds: readonly string[]): Promise<(documentId: string) => string> => {
  const title = titleFieldOf(strapi, uid);
  const titles = new Map((await recordValues(strapi, uid, documentIds, [title])).map((row) => [row.documentId, row[title] as string | null]));
  return (documentId) => titles.get(documentId) ?? documentId;
};
