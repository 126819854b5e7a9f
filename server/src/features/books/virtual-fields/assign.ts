import type { Strapi } from '../../../host/strapi';
import { RosterError } from '../../../kernel/errors';
import { createBooksRepository } from '../books.repository';
import { createChanges, type Change } from '../changes';
import { ownershipOf } from '../ownership';

/** Owners as a write names them: who is to own, and all who are to help. What is left out stays. */
export interface Assignment {
  readonly owner?: string | null | undefined;
  readonly coOwners?: readonly string[] | undefined;
}

/** Books name their own fields; the writer is told of his. */
const at = async (path: string, work: Promise<unknown>): Promise<void> => {
  try {
    await work;
  } catch (error) {
    throw error instanceof RosterError && error.code !== 'CONFLICT' ? new RosterError(error.code, error.message, { ...error.details, path }) : error;
  }
};

/**
 * Carries out an assignment by the rules of books, each change with its audit entry. Whoever is owner or co-owner
 * already is no change, so that a record may be sent back as it was read, whatever has become of him.
 * @throws RosterError UNKNOWN_MEMBER, CANNOT_OWN, OWNER_IS_NO_CO_OWNER with the path within the request, CONFLICT
 */
export const createAssign = (strapi: Strapi) => {
  const repository = createBooksRepository(strapi);
  const changes = createChanges(strapi, repository);

  return async (change: Change, { owner, coOwners }: Assignment): Promise<void> => {
    const before = await ownershipOf(repository, change.type, change.record);
    if (owner !== undefined && owner !== before.owner) await at('data.owner', changes.setOwner(change, owner));
    if (coOwners === undefined) return;
    const now = await ownershipOf(repository, change.type, change.record);
    for (const member of now.coOwners) if (!coOwners.includes(member)) await changes.removeCoOwner(change, member);
    for (const [index, member] of coOwners.entries()) {
      if (!now.coOwners.includes(member)) await at(`data.coOwners[${index}]`, changes.addCoOwner(change, member));
    }
  };
};
