import { asksAnything, nothingAsked, type Asked } from './asked';
import type { OwnerCondition } from './owner-condition';
import { readOrder, type OrderStep } from './owner-order';
import { takeLevel } from './owner-populate';
import type { Data, Site } from './virtual-fields';

/** What a query says of owners, and what is left of it for the host. */
export interface OwnerQuery {
  readonly rest: Data;
  /** By the mark that stands in the filters for each. */
  readonly conditions: ReadonlyMap<string, OwnerCondition>;
  readonly asked: Asked;
  readonly order?: readonly OrderStep[];
}

/** Who sends a query, and what marks are made of. */
export interface Sender {
  /** documentId of the member. */
  readonly me: string | undefined;
  /** A text that nobody can guess. */
  mark(): string;
}

/**
 * Reads a query of the content API; undefined for one that says nothing of owners, which the host gets as it came.
 * @throws RosterError VALIDATION_FAILED with the path within the query
 */
export const readOwnerQuery = (query: Data, uid: string, site: Site, { me, mark }: Sender): OwnerQuery | undefined => {
  const conditions = new Map<string, OwnerCondition>();
  const asked = nothingAsked();
  const { sort, ...rest } = takeLevel(query, { uid, path: [] }, { walk: { site, me, mark, conditions }, asking: asked });
  const order = readOrder(sort, uid, site);
  if (conditions.size === 0 && !asksAnything(asked) && !order) return undefined;
  return { rest: { ...rest, ...(!order && sort !== undefined && { sort }) }, conditions, asked, ...(order && { order }) };
};
