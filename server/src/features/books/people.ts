import type { Strapi } from '../../host/strapi';
import { membersOf } from '../members';

/** A member as people read him. A name that is null belongs to somebody who is gone. */
export interface Person {
  readonly documentId: string;
  readonly name: string | null;
  readonly status: string | null;
}

/** Looks many members up at once, and tells each by his documentId. */
export const peopleAmong = async (strapi: Strapi, documentIds: readonly string[]): Promise<(documentId: string) => Person> => {
  const members = new Map((await membersOf(strapi).among([...new Set(documentIds)])).map((member) => [member.documentId, member]));
  return (documentId) => {
    const member = members.get(documentId);
    return { documentId, name: member?.name ?? null, status: member?.status ?? null };
  };
};
