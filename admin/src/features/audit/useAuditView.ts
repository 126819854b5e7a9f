import { useSearchState } from '../../hooks/useSearchState';
import type { AuditPlace } from './AuditPager';
import { FILTERS, filtersIn, type Filters } from './filters/filters';

/** At the newest entry. */
const TOP = { before: undefined, after: undefined };

const NO_FILTERS = Object.fromEntries(FILTERS.map((name) => [name, undefined]));

const placeIn = (search: URLSearchParams): AuditPlace => {
  const [before, after] = [search.get('before'), search.get('after')];
  if (before !== null) return { before };
  return after === null ? {} : { after };
};

/** What of the log is on the screen, as the address of the page says it, and how that is changed. */
export const useAuditView = () => {
  const [search, setSearch] = useSearchState();
  return {
    filters: filtersIn(search),
    place: placeIn(search),
    /** Whether the days are shown as a table. */
    isTable: search.get('days') === 'table',
    showTable: (isTable: boolean) => setSearch({ days: isTable ? 'table' : undefined }),
    /** The entry of which everything is shown. */
    entry: search.get('entry') ?? undefined,
    /** The address of this view with an entry open. */
    linkTo: (entry: string): string => {
      const opened = new URLSearchParams(search);
      opened.set('entry', entry);
      return `?${opened.toString()}`;
    },
    closeEntry: () => setSearch({ entry: undefined }),
    /** Changes some of the filters. */
    narrow: (change: Filters) => setSearch({ ...TOP, ...change }),
    /** Looks for this and nothing else. */
    replace: (filters: Filters) => setSearch({ ...TOP, ...NO_FILTERS, ...filters }),
    go: (place: AuditPlace) => setSearch({ ...TOP, ...place }),
  };
};

export type AuditView = ReturnType<typeof useAuditView>;
