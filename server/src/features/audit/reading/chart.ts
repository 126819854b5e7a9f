import type { AuditDays, AuditFilters } from '../../../../../contracts/http-audit';
import type { AuditRepository } from '../audit.repository';
import { dayOf } from '../domain/day-counts';
import { boundsOf, daysWhere, entriesWhere } from './where';

const DAY_MS = 86_400_000;
const DAYS_SHOWN = 30;

/** More days than a screen has columns are cut to the last ones. */
const MOST_DAYS = 366;

type Source = Pick<AuditRepository, 'days' | 'countWithin'>;

/** The part of a day that is looked at, and whether that is all of it. */
const partOf = (day: number, { since, until }: ReturnType<typeof boundsOf>) => {
  const [from, to] = [Math.max(day, since?.getTime() ?? day), Math.min(day + DAY_MS, until?.getTime() ?? Infinity)];
  return { occurredAt: { $gte: new Date(from), $lt: new Date(to) }, isWhole: from === day && to === day + DAY_MS };
};

/**
 * How many entries each day has of what is looked for, also none: as many as a search finds. Days are counted by kinds
 * of entries; of a single target, and of a part of a day, the log itself is counted, where the counts say that something is.
 */
export const entriesByDay = async (repository: Source, filters: AuditFilters, now: Date): Promise<AuditDays['data']> => {
  const bounds = boundsOf(filters);
  const { since, until } = bounds;
  const last = new Date((until ?? now).getTime() - (until ? 1 : 0));
  const earliest = last.getTime() - (MOST_DAYS - 1) * DAY_MS;
  const first = new Date(Math.max(since?.getTime() ?? last.getTime() - (DAYS_SHOWN - 1) * DAY_MS, earliest));
  const counts = await repository.days({ ...daysWhere(filters), day: { $gte: dayOf(first), $lte: dayOf(last) } });

  const entriesOf = async (day: number): Promise<number> => {
    const counted = counts.get(dayOf(new Date(day)));
    const { occurredAt, isWhole } = partOf(day, bounds);
    if (!counted || (isWhole && filters.target === undefined)) return counted?.entries ?? 0;
    return repository.countWithin({ where: { ...entriesWhere(filters), occurredAt }, from: counted.firstId, to: counted.lastId });
  };

  const days: { day: string; entries: number }[] = [];
  for (let day = Date.parse(dayOf(first)); day <= last.getTime(); day += DAY_MS) days.push({ day: dayOf(new Date(day)), entries: await entriesOf(day) });
  return days;
};
