import { pathOf } from '../../../kernel/config';
import { RosterError } from '../../../kernel/errors';
import { askBehind, type Asking } from './asked';
import { markFilters, type Place, type Walk } from './owner-filters';
import { isData, type Data } from './virtual-fields';

/** Takes the last of `customer.owner`, and leaves `customer`. */
const takePath = (path: string, place: Place, { site, asking }: { site: Walk['site']; asking: Asking }): string | undefined => {
  const before = path.split('.');
  const last = before.pop() ?? '';
  const uid = before.reduce<string | undefined>((at, key) => (at === undefined ? undefined : site.behind(at, key)), place.uid);
  const field = uid === undefined ? undefined : site.offered(uid, last);
  if (!field) return path;
  before.reduce(askBehind, asking).fields.add(field);
  return before.length > 0 ? before.join('.') : undefined;
};

/** The host forgets a longer path when a shorter one comes after it. */
const withoutPrefixes = (paths: readonly string[]): string[] => [...new Set(paths)].filter((path) => !paths.some((other) => other.startsWith(`${path}.`)));

const takePaths = (populate: string | readonly string[], place: Place, on: { site: Walk['site']; asking: Asking }): unknown => {
  const paths = [populate].flat().flatMap((path) => path.split(',').map((part) => part.trim()));
  const rest = paths.map((path) => takePath(path, place, on));
  if (rest.every((path, index) => path === paths[index])) return populate;
  const kept = withoutPrefixes(rest.filter((path) => path !== undefined));
  return kept.length > 1 ? kept : kept[0];
};

const assertWanted = (value: unknown, path: readonly PropertyKey[]): void => {
  if (value === true || value === 'true' || value === '*') return;
  throw new RosterError('VALIDATION_FAILED', 'true, or not at all: of a member, the same is always shown.', { path: pathOf(path) });
};

const takeKeys = (populate: Data, place: Place, on: { walk: Walk; asking: Asking }): unknown => {
  const rest: [string, unknown][] = [];
  for (const [key, value] of Object.entries(populate)) {
    const path = [...place.path, key];
    const field = on.walk.site.offered(place.uid, key);
    const behind = on.walk.site.behind(place.uid, key);
    if (field) {
      assertWanted(value, path);
      on.asking.fields.add(field);
    } else if (behind !== undefined && isData(value)) {
      const nested = takeLevel(value, { uid: behind, path }, { walk: on.walk, asking: askBehind(on.asking, key) });
      rest.push([key, Object.keys(nested).length > 0 ? nested : true]);
    } else rest.push([key, value]);
  }
  return rest.length > 0 ? Object.fromEntries(rest) : undefined;
};

const takePopulate = (populate: unknown, place: Place, on: { walk: Walk; asking: Asking }): unknown => {
  if (typeof populate === 'string' || (Array.isArray(populate) && populate.every((path) => typeof path === 'string'))) {
    return takePaths(populate, place, { site: on.walk.site, asking: on.asking });
  }
  return isData(populate) ? takeKeys(populate, place, on) : populate;
};

/**
 * A query, or what is asked of a relation in one: its filters with marks, and its populate without the fields
 * that are none of the host's relations.
 * @throws RosterError VALIDATION_FAILED
 */
export const takeLevel = (query: Data, { uid, path }: Place, on: { walk: Walk; asking: Asking }): Data => {
  const { filters, populate, ...rest } = query;
  const left = takePopulate(populate, { uid, path: [...path, 'populate'] }, on);
  return {
    ...rest,
    ...('filters' in query && { filters: markFilters(filters, { uid, path: [...path, 'filters'] }, on.walk) }),
    ...(left !== undefined && { populate: left }),
  };
};
