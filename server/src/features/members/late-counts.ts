import type { Strapi } from '../../host/strapi';
import { asSystem } from '../../kernel/frame';
import { createMembersRepository } from './members.repository';

/** So long whoever was written of is looked after: a deletion that began before the writing is over by then. */
const LOOK_MS = 60_000;

/**
 * Looks after what is counted in memory and written down later: a member may be deleted for good in between, also while
 * it is being written, on whichever node. Holding members for that would make all wait who write of them.
 */
export const createLateCounts = (strapi: Strapi, remove: (people: readonly string[]) => Promise<void>) => {
  const repository = createMembersRepository(strapi);
  /** Whom rows were written of, and until when he is looked after. */
  const written = new Map<string, number>();

  const removeForgotten = async (): Promise<void> => {
    const forgotten = (await repository.among([...written.keys()])).flatMap(({ documentId, status }) => (status === 'deleted' ? [documentId] : []));
    if (forgotten.length > 0) await remove(forgotten);
  };

  /** After each writing, and now and then without any: takes away what was written of whoever is forgotten. */
  return async (people: readonly string[]): Promise<void> => {
    const now = performance.now();
    for (const person of people) written.set(person, now + LOOK_MS);
    if (written.size === 0) return;
    try {
      await asSystem(removeForgotten);
    } catch (error) {
      strapi.log.warn(`roster: counts of members who were deleted for good will be looked for again: ${(error as Error).message}`);
      return;
    }
    for (const [person, until] of written) if (until <= now) written.delete(person);
  };
};
