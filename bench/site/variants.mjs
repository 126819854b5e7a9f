/** The same site three times, each with a database of its own. */
export const VARIANTS = {
  /** Strapi as it comes: whoever may list customers lists all of them. */
  stock: { roster: false },
  /** Strapi with what a developer would write by hand: an indexed owner column, and a filter on it. */
  filtered: { roster: false, ownerColumn: 'bench_owner', byHand: true },
  roster: { roster: true, ownerColumn: 'roster_owner' },
};

export const CUSTOMER = 'api::customer.customer';
