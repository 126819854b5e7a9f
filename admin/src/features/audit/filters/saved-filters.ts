/** Filters under a name, as the search of an address. */
export interface SavedFilters {
  readonly name: string;
  readonly search: string;
}

const isSaved = (value: unknown): value is SavedFilters => {
  const { name, search } = (value ?? {}) as Partial<Record<string, unknown>>;
  return typeof name === 'string' && name !== '' && typeof search === 'string' && search !== '';
};

/** What the browser has kept. Anybody may have written there, also an earlier version. */
export const savedIn = (kept: unknown): readonly SavedFilters[] => (Array.isArray(kept) ? kept.filter(isSaved).map(({ name, search }) => ({ name, search })) : []);

/** With one more, by name; one of the same name is replaced. */
export const withSaved = (saved: readonly SavedFilters[], one: SavedFilters): readonly SavedFilters[] =>
  [...withoutSaved(saved, one.name), one].sort((a, b) => a.name.localeCompare(b.name));

export const withoutSaved = (saved: readonly SavedFilters[], name: string): readonly SavedFilters[] => saved.filter((one) => one.name !== name);
