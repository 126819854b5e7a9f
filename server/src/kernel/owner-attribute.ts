/**
 * The attribute that carries the owner (or the author of a personal record) on the governed rows.
 * Books projects it from the entries in the same transaction; the entries stay the truth. ADR 1 says why.
 */
export const OWNER_ATTRIBUTE = 'rosterOwner';

/** The column that holds it. */
export const OWNER_COLUMN = 'roster_owner';
