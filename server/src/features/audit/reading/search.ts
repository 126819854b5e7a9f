import type { AuditFilters } from '../../../../../contracts/http-audit';
import type { AuditRepository, StoredEntry } from '../audit.repository';
import { daysWhere, entriesWhere, isFiltered, isIndexed } from './where';
import { nextWindow } from './windows';

/** Counts of days that are read at once. */
const SPANS = 100;

export interface Range {
  readonly before?: number;
  readonly after?: number;
  readonly limit: number;
}

type Source = Pick<AuditRepository, 'list' | 'within' | 'spans'>;

/**
 * Finds entries next to a place in the log, newest first, or with `after` oldest first. The counts of the days say where
 * there is something to find: what is rare in millions of entries is found without reading those between.
 */
export const createSearch = (repository: Source, filters: AuditFilters) => ({
  async list({ before, after, limit }: Range): Promise<StoredEntry[]> {
    if (!isFiltered(filters)) return repository.list({ ...(before !== undefined && { before }), ...(after !== undefined && { after }), limit });
    const isNewestFirst = after === undefined;
    const [where, kinds] = [entriesWhere(filters), daysWhere(filters)];
    if (isIndexed(filters)) return repository.within({ where, isNewestFirst, limit, ...(before !== undefined && { to: before - 1 }), ...(after !== undefined && { from: after + 1 }) });
    const found: StoredEntry[] = [];
    for (let [from, to] = [(after ?? 0) + 1, (before ?? Number.MAX_SAFE_INTEGER) - 1]; found.length < limit; ) {
      const spans = await repository.spans({ where: kinds, isNewestFirst, from, to, limit: SPANS });
      const window = nextWindow(spans, isNewestFirst, spans.length < SPANS);
      if (!window) break;
      const [firstId, lastId] = [Math.max(from, window.firstId), Math.min(to, window.lastId)];
      // By the actions of a window a database may go instead of by the one member whose few entries are looked for.
      const narrowed = filters.action || filters.actor || !window.actions ? where : { ...where, action: { $in: window.actions } };
      found.push(...(await repository.within({ where: narrowed, isNewestFirst, from: firstId, to: lastId, limit: limit - found.length })));
      if (isNewestFirst) to = firstId - 1;
      else from = lastId + 1;
    }
    return found;
  },
});
