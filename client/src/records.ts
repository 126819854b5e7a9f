import type { WhyVisible } from '../../contracts/http-check';
import type { Candidate, OwnerChange, Owners, OwnersOfMany } from '../../contracts/http-owners';
import type { ShareCandidate, ShareInfo } from '../../contracts/http-shares';
import { dataOf, pathOf, type Send } from './http';

const at = (...more: readonly string[]): string => pathOf('records', ...more);

/** Filters of Strapi for a type whose records have owners: what I own, and what I help with. */
export const myBook = { $or: [{ owner: { documentId: 'me' } }, { coOwners: { documentId: 'me' } }] } as const;

/** Whose a record that one sees is, with whom it is shared, and why one sees it. */
export const recordsOf = (send: Send) => ({
  /** Why one sees a record. */
  why: (type: string, record: string) => dataOf<WhyVisible>(send('GET', at(type, record, 'why'))),

  /** Who owns a record that one sees. Changes are for whoever manages the team; each answers with the owners that are then. */
  owners: {
    of: (type: string, record: string) => dataOf<Owners>(send('GET', at(type, record, 'owner'))),
    /** Of up to a hundred records at once, by documentId; those that one does not see are not there. */
    ofMany: (type: string, records: readonly string[]) => dataOf<OwnersOfMany>(send('POST', at(type, 'owners'), { records })),
    /** documentId of a member, or null for nobody. */
    set: (type: string, record: string, owner: string | null) => dataOf<Owners>(send('PUT', at(type, record, 'owner'), { owner })),
    /** Up to five hundred records: all of them, or none. */
    setMany: (type: string, records: readonly string[], owner: string | null) => dataOf<{ changed: number }>(send('PUT', at(type, 'owners'), { records, owner })),
    add: (type: string, record: string, coOwner: string) => dataOf<Owners>(send('POST', at(type, record, 'co-owners'), { coOwner })),
    remove: (type: string, record: string, coOwner: string) => dataOf<Owners>(send('DELETE', at(type, record, 'co-owners', coOwner))),
    /** Who owned the record when, and why; newest first. */
    history: (type: string, record: string) => dataOf<OwnerChange[]>(send('GET', at(type, record, 'history'))),
    /** Who may own records. For whoever manages the team. */
    candidates: () => dataOf<Candidate[]>(send('GET', '/candidates')),
  },

  /** With whom a record that one sees is shared now, to view. Changes are for its owner, and for whoever manages the team. */
  shares: {
    of: (type: string, record: string) => dataOf<ShareInfo[]>(send('GET', at(type, record, 'shares'))),
    /** documentId of a member, and until when: without an end it lasts until it is taken away. */
    add: (type: string, record: string, member: string, endsAt?: Date) => dataOf<ShareInfo[]>(send('POST', at(type, record, 'shares'), { member, endsAt })),
    /** Who could be shown the record. For whoever may share it. */
    candidates: (type: string, record: string) => dataOf<ShareCandidate[]>(send('GET', at(type, record, 'shares', 'candidates'))),
    remove: (type: string, record: string, member: string) => dataOf<ShareInfo[]>(send('DELETE', at(type, record, 'shares', member))),
  },
});
