/** Counts of a kind of entries on a day, as far as a search needs them. */
export interface Span {
  readonly firstId: number;
  readonly lastId: number;
  readonly action: string;
}

/** Where to look next. */
export interface Window {
  readonly firstId: number;
  readonly lastId: number;
  /** Nothing else is found there; undefined where that is not known. */
  readonly actions: readonly string[] | undefined;
}

/**
 * The first stretch without a gap, of spans that are sorted by the end that comes first: newest first by their last, or
 * oldest first by their first. Entries in it are all that there are until the next span begins.
 */
export const nextWindow = (spans: readonly Span[], isNewestFirst: boolean, isAll: boolean): Window | undefined => {
  const [first] = spans;
  if (!first) return undefined;
  let { firstId, lastId } = first;
  const actions = new Set<string>();
  let taken = 0;
  for (const span of spans) {
    if (isNewestFirst ? span.lastId < firstId : span.firstId > lastId) break;
    [firstId, lastId] = [Math.min(firstId, span.firstId), Math.max(lastId, span.lastId)];
    actions.add(span.action);
    taken += 1;
  }
  return { firstId, lastId, actions: isAll || taken < spans.length ? [...actions] : undefined };
};
