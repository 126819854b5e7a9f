/** What the log can be narrowed to, by the names that the server and the address of the page have for it. */
export const FILTERS = ['actor', 'action', 'outcome', 'target', 'from', 'to'] as const;
export type FilterName = (typeof FILTERS)[number];

export type Filters = { readonly [name in FilterName]?: string | undefined };

/** A day that exists, `2026-11-28`. Years of three digits are years that are still being typed. */
export const isDay = (text: string): boolean => {
  const moment = /^[1-9]\d{3}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return moment !== undefined && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
};

const isDated = (name: FilterName): boolean => name === 'from' || name === 'to';

/** The filters in an address. Anybody can write one: what cannot be asked for is left out. */
export const filtersIn = (search: URLSearchParams): Filters => {
  const found = FILTERS.map((name) => [name, search.get(name)?.trim() ?? ''] as const);
  return Object.fromEntries(found.filter(([name, value]) => value !== '' && (!isDated(name) || isDay(value))));
};

/** The filters as an address says them, always in the same order: two that mean the same are the same text. */
export const searchOf = (filters: Filters): string => {
  const search = new URLSearchParams();
  for (const name of FILTERS) {
    const value = filters[name];
    if (value !== undefined && value !== '') search.set(name, value);
  }
  return search.toString();
};

export const isFiltered = (filters: Filters): boolean => searchOf(filters) !== '';

/** Whether the last day comes before the first: then nothing can be found. */
export const isBackwards = ({ from, to }: Filters): boolean => from !== undefined && to !== undefined && to < from;
