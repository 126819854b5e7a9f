import { readCondition, type OwnerCondition } from './owner-condition';
import { isData, isOwnerField, type Data, type Site } from './virtual-fields';

/** What the walk needs besides the site, and what it finds. */
export interface Walk {
  readonly site: Site;
  /** documentId of the member who asks. */
  readonly me: string | undefined;
  /** A text that nobody can guess. */
  mark(): string;
  /** The conditions on owners by the mark that stands for each. */
  readonly conditions: Map<string, OwnerCondition>;
}

/** A place in the request: within which model, and on which path. */
export interface Place {
  readonly uid: string;
  readonly path: readonly PropertyKey[];
}

const below = (place: Place, key: PropertyKey, uid = place.uid): Place => ({ uid, path: [...place.path, key] });

const markOf = (walk: Walk, condition: OwnerCondition): Data => {
  const mark = walk.mark();
  walk.conditions.set(mark, condition);
  return { documentId: { $eq: mark } };
};

/**
 * Filters without the conditions on owners: in the place of each stands a mark, a condition that the host
 * knows and lets through wherever it may stand, through relations, components, `$and`, `$or` and `$not`.
 * @throws RosterError VALIDATION_FAILED
 */
export const markFilters = (filters: unknown, place: Place, walk: Walk): unknown => {
  if (Array.isArray(filters)) return filters.map((item, index) => markFilters(item, below(place, index), walk));
  if (!isData(filters)) return filters;
  const rest: [string, unknown][] = [];
  const marks: Data[] = [];
  for (const [key, value] of Object.entries(filters)) {
    const field = walk.site.offered(place.uid, key);
    const behind = key.startsWith('$') ? place.uid : walk.site.behind(place.uid, key);
    if (isOwnerField(field)) marks.push(markOf(walk, readCondition(field, value, { ...below(place, key), me: walk.me })));
    else rest.push([key, behind === undefined ? value : markFilters(value, below(place, key, behind), walk)]);
  }
  if (marks.length === 0) return Object.fromEntries(rest);
  return { $and: [...(rest.length > 0 ? [Object.fromEntries(rest)] : []), ...marks] };
};
