import type { AuditDays, AuditFilters } from '../../../../../contracts/http-audit';
import type { AuditRepository } from '../audit.repository';
import { dayOf } from '../domain/day-counts';
import { boundsOf, daysWhere } from './where';

const DAY_MS = 86_400_000;
const DAYS_SHOWN = 30;

/** More days than a screen has columns are cut to the last ones. */
const MOST_DAYS = 366;

/** How many entries each day has of what is looked for, also none. */
export const entriesByDay = async (repository: Pick<AuditRepository, 'entriesPerDay'>, filters: AuditFilters, now: Date): Promise<AuditDays['data']> => {
  const { since, until } = boundsOf(filters);
  const last = new Date((until ?? now).getTime() - (until ? 1 : 0));
  const earliest = last.getTime() - (MOST_DAYS - 1) * DAY_MS;
  const first = new Date(Math.max(since?.getTime() ?? last.getTime() - (DAYS_SHOWN - 1) * DAY_MS, earliest));
  const counts = await repository.entriesPerDay({ ...daysWhere(filters), day: { $gte: dayOf(first), $lte: dayOf(last) } });
  const days: { day: string; entries: number }[] = [];
  for (let day = Date.parse(dayOf(first)); day <= last.getTime(); day += DAY_MS) days.push({ day: dayOf(new Date(day)), entries: counts.get(dayOf(new Date(day))) ?? 0 });
  return days;
};
