/**
 * The attribute that carries the owner (or the author of a personal record) on the governed rows.
 * Projected from the entries in the same transaction; the entries stay the truth. ADR 1 says why.
 */
export const OWNER_ATTRIBUTE = 'rosterOwner';

/**
 * Private, not writable, not searchable: no door shows it, filters by it or sets it.
 * Not `localized`, so that the host carries it to every locale.
 */
export const ownerAttribute = () => ({
  type: 'string',
  columnType: { type: 'string', args: [32] },
  private: true,
  writable: false,
  visible: false,
  configurable: false,
  searchable: false,
});
