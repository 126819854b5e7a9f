import { ownTable, text } from '../../../kernel/content-type';

export const ENTRY_KINDS = ['owner', 'co-owner', 'author', 'shared'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/**
 * Where an owner comes from. What a person did is sticky: rules leave it alone unless they say `override`.
 * What was there before there were sources counts as done by hand.
 */
const SOURCES = ['manual', 'creation', 'rule', 'rotation', 'rebalance', 'import', 'backfill'] as const;
export type Source = (typeof SOURCES)[number];

/**
 * One (record, member, kind). Keyed by documentId, because row ids change with every publish.
 * Two unique indexes keep it whole, whoever writes at the same time:
 * `ownerSlot` is 1 for an owner and NULL otherwise (NULLs are distinct on every database), so a record
 * has one owner; `seat` is the same for owner and co-owner, so nobody is both.
 */
export const entry = ownTable('entry', 'entries', {
  attributes: {
    type: text(128, { required: true }),
    record: text(32, { required: true }),
    member: text(32, { required: true }),
    kind: text(16, { required: true }),
    seat: text(16, { required: true }),
    ownerSlot: { type: 'integer' },
    /** One of SOURCES. */
    source: text(16),
    /** documentId of the rule that chose the member. */
    rule: text(32),
    /** A share counts before this moment. */
    endsAt: { type: 'datetime' },
  },
  indexes: [
    { name: 'roster_entries_one_owner', columns: ['type', 'record', 'owner_slot'], type: 'unique' },
    { name: 'roster_entries_one_seat', columns: ['type', 'record', 'member', 'seat'], type: 'unique' },
    { name: 'roster_entries_book', columns: ['member', 'kind', 'type', 'record'] },
  ],
});
