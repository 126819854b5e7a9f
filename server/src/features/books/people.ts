import type { Strapi } from '../../host/strapi';
import { membersOf } from '../members';
import type { Ownership } from './ownership';

/** A member as people read him. A name that is null belongs to somebody who is gone. */
export interface Person {
  readonly documentId: string;
  readonly name: string | null;
  readonly status: string | null;
}

/** Who owns and who helps, as people. */
export interface Owners {
  readonly owner: Person | null;
  readonly coOwners: readonly Person[];
}

/** Looks many members up at once, and tells each by his documentId. */
export const peopleAmong = async (strapi: Strapi, documentIds: readonly string[]): Promise<(documentId: string) => Person> => {
  const members = new Map((await membersOf(strapi).among([...new Set(documentIds)])).map((member) => [member.documentId, member]));
  return (documentId) => {
    const { name = null, status = null } = members.get(documentId) ?? {};
    return { documentId, name, status };
  };
};

/** The members of ownerships as people, all with one statement. */
export const withPeople = async (strapi: Strapi, ownerships: readonly Ownership[]): Promise<readonly Owners[]> => {
  const person = await peopleAmong(strapi, ownerships.flatMap(({ owner, coOwners }) => [...(owner === null ? [] : [owner]), ...coOwners]));
  return ownerships.map(({ owner, coOwners }) => ({ owner: owner === null ? null : person(owner), coOwners: coOwners.map(person) }));
};
