import { useScopedPersistentState } from '@strapi/strapi/admin';
import { savedIn, withoutSaved, withSaved, type SavedFilters } from './saved-filters';

const NOTHING: readonly SavedFilters[] = [];

/** The filters that somebody keeps in this browser, for this site. */
export const useSavedFilters = () => {
  const [kept, keep] = useScopedPersistentState<unknown>('ROSTER_AUDIT_FILTERS', NOTHING);
  return {
    saved: savedIn(kept),
    save: (one: SavedFilters) => keep((before: unknown) => withSaved(savedIn(before), one)),
    remove: (name: string) => keep((before: unknown) => withoutSaved(savedIn(before), name)),
  };
};
