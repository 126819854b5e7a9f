import type { Strapi } from '../../host/strapi';
import { membersOf } from '../members';
import type { Ownership } from './ownership';

/** Who owns and who helps, as people. A name that is null belongs to somebody who is gone. */
export interface Owners {
  readonly owner: Person | null;
  readonly coOwners: readonly Person[];
}

export interface Person {
  readonly documentId: string;
  readonly name: string | null;
  readonly status: string | null;
}

/** The members of ownerships as people, all with one statement. */
export const withPeople = async (strapi: Strapi, ownerships: readonly Ownership[]): Promise<readonly Owners[]> => {
  const ids = new Set(ownerships.flatMap(({ owner, coOwners }) => [...(owner === null ? [] : [owner]), ...coOwners]));
  const members = new Map((await membersOf(strapi).among([...ids])).map((member) => [member.documentId, member]));
  const person = (documentId: string): Person => {
    const { name = null, status = null } = members.get(documentId) ?? {};
    return { documentId, name, status };
  };
  return ownerships.map(({ owner, coOwners }) => ({ owner: owner === null ? null : person(owner), coOwners: coOwners.map(person) }));
};
