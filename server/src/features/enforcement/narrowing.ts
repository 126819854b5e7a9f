import { currentRequest, type Strapi } from '../../host/strapi';

interface NarrowingCell {
  readonly feature: string;
  readonly action: string;
}

const NARROWED = Symbol('roster.narrowed');

type Narrowed = Map<string, readonly NarrowingCell[]>;

const narrowedOf = (strapi: Strapi): Narrowed | undefined => currentRequest(strapi)?.state[NARROWED] as Narrowed | undefined;

/** Has the rest of the request read these types within this cell's scope only: an export of one's own. */
export const narrowRequest = (strapi: Strapi, types: readonly string[], cell: NarrowingCell): void => {
  const request = currentRequest(strapi);
  if (!request) return;
  const narrowed: Narrowed = narrowedOf(strapi) ?? new Map<string, readonly NarrowingCell[]>();
  for (const type of types) narrowed.set(type, [...(narrowed.get(type) ?? []), cell]);
  request.state[NARROWED] = narrowed;
};

/** The cells within which the running request reads a type, beside the type's own. */
export const narrowingCells = (strapi: Strapi, type: string): readonly NarrowingCell[] => narrowedOf(strapi)?.get(type) ?? [];
