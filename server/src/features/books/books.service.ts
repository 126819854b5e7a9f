import type { Strapi } from '../../host/strapi';
import type { AuditActor } from '../../kernel/record';
import { createBooksRepository } from './books.repository';
import { createBulk, type BulkOwnership } from './bulk';
import { createChanges } from './changes';
import { assertOwns } from './eligibility';
import { createHistory } from './history';
import { createMoves, type Move, type Word } from './moves';
import { createMovesRepository } from './moves.repository';
import { ownershipOf, ownershipsOf, type Ownership } from './ownership';
import { createShares } from './shares';

const BY_SYSTEM: AuditActor = { kind: 'system' };

/** Entries: who owns a record, who helps, who wrote it. For site code too, which is trusted to have asked who may. */
export const createBooksService = ({ strapi }: { strapi: Strapi }) => {
  const repository = createBooksRepository(strapi);
  const changes = createChanges(strapi, repository);
  const bulk = createBulk(strapi, repository);
  const moves = createMoves(strapi, repository);
  const shares = createShares(strapi, repository);

  return {
    /** @throws RosterError UNKNOWN_TYPE for a type whose records have no owners */
    assertOwns: (type: string): void => assertOwns(strapi, type),

    ownership: (type: string, record: string): Promise<Ownership> => ownershipOf(repository, type, record),

    /** The same of many records, in their order, with one statement. */
    ownerships: (type: string, records: readonly string[]) => ownershipsOf(repository, type, records),

    /** How many records are in the books of these members; who has none is not there. */
    sizesOf: repository.sizesOf,
    /** How many entries of any kind each of these has: as owner, helper or author, or shared with him. Who has none is not there. */
    entryCounts: repository.entryCounts,

    /** How many records of a type each of these owns; who owns none is not there. */
    ownedBy: repository.ownedBy,
    countsOf: repository.countsOf,
    countOf: repository.countOf,

    /** How many records of a type a member owns, helps with, and is shown. */
    sharesIn: async (type: string, member: string): Promise<{ owned: number; coOwned: number; shared: number }> => ({
      owned: await repository.countOf(member, type, 'owner'),
      coOwned: await repository.countOf(member, type, 'co-owner'),
      shared: await shares.countOf(type, member),
    }),

    /** documentId of the member who wrote the record, or null: system code wrote it, or nobody knows. */
    author: (type: string, record: string) => repository.projected(type, record, 'author'),

    /**
     * Makes a member the only owner, or nobody. A new owner who was co-owner is co-owner no more.
     * @throws RosterError UNKNOWN_TYPE, NOT_FOUND, UNKNOWN_MEMBER, CANNOT_OWN, CONFLICT
     */
    setOwner: (type: string, record: string, member: string | null, by: AuditActor = BY_SYSTEM) =>
      changes.setOwner({ type, record, by }, member),

    /** @throws RosterError UNKNOWN_TYPE, NOT_FOUND, UNKNOWN_MEMBER, CANNOT_OWN, OWNER_IS_NO_CO_OWNER, CONFLICT */
    addCoOwner: (type: string, record: string, member: string, by: AuditActor = BY_SYSTEM) =>
      changes.addCoOwner({ type, record, by }, member),

    /** @throws RosterError UNKNOWN_TYPE, NOT_FOUND */
    removeCoOwner: (type: string, record: string, member: string, by: AuditActor = BY_SYSTEM) =>
      changes.removeCoOwner({ type, record, by }, member),

    /** @throws RosterError UNKNOWN_TYPE for a type that is not of kind `record` */
    assertShareable: shares.assertShareable,

    /** The records that a member helps with. */
    helpedBy: (member: string) => repository.heldBy(member, 'co-owner'),

    /** How many records a member owns. */
    ownedCount: (member: string): Promise<number> => repository.countHeld(member, 'owner'),

    /** The records that are shared with a member now. */
    sharedWith: shares.with,

    /** With whom a record is shared now, and until when. */
    shares: shares.of,

    /**
     * Shows a record to an active member who views anything of its type: to view only, and until a moment if one is said.
     * To share it again is to change that moment. Answers with the shares that are then.
     * @throws RosterError UNKNOWN_TYPE, NOT_FOUND, UNKNOWN_MEMBER, VALIDATION_FAILED
     */
    share: (type: string, record: string, member: string, { endsAt = null, by = BY_SYSTEM }: { endsAt?: Date | null; by?: AuditActor } = {}) =>
      shares.share({ type, record, member }, endsAt, by),

    /** @throws RosterError UNKNOWN_TYPE, NOT_FOUND */
    unshare: (type: string, record: string, member: string, by: AuditActor = BY_SYSTEM) => shares.unshare({ type, record, member }, by),

    /**
     * Gives unowned records their owners, in one transaction.
     * @throws RosterError UNKNOWN_TYPE, UNKNOWN_MEMBER, CANNOT_OWN, OWNER_IS_NO_CO_OWNER
     */
    setOwners: (type: string, list: readonly BulkOwnership[], by: AuditActor = BY_SYSTEM) => bulk.setOwners(type, list, by),

    /**
     * Moves many records, each from the owner that it is known to have, in one transaction.
     * @throws RosterError UNKNOWN_TYPE, UNKNOWN_MEMBER, CANNOT_OWN, CONFLICT
     */
    move: (type: string, list: readonly Move[], word: Word = { by: BY_SYSTEM }) => moves.move(type, list, word),

    /** Entries of owners and co-owners of many records. */
    entriesOf: repository.ofAll,

    /** documentIds of the members who own or help with records of a type within a predicate. */
    holdersWithin: createMovesRepository(strapi).holdersWithin,

    /** Who owned the record when, and why; newest first. */
    history: createHistory(strapi).of,

    /** Says who wrote records, in one transaction. */
    setAuthors: bulk.setAuthors,
  };
};

export type BooksService = ReturnType<typeof createBooksService>;
