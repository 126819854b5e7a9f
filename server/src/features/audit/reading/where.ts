import type { AuditFilters } from '../../../../../contracts/http-audit';

const DAY_MS = 86_400_000;

const isDay = (text: string): boolean => text.length === 10;

/** From when, and until before when. A day is meant whole. */
export const boundsOf = ({ from, to }: AuditFilters): { readonly since?: Date; readonly until?: Date } => ({
  ...(from !== undefined && { since: new Date(from) }),
  ...(to !== undefined && { until: isDay(to) ? new Date(Date.parse(to) + DAY_MS) : new Date(to) }),
});

export const isFiltered = (filters: AuditFilters): boolean => Object.values(filters).some((value) => value !== undefined);

/** Whether an index of the log leads to the entries at once: of one target there are few, and what is looked for alone has an index in their order. */
export const isIndexed = ({ target, ...filters }: AuditFilters): boolean => {
  if (target !== undefined) return true;
  const [name, ...others] = Object.entries(filters).flatMap(([key, value]) => (value === undefined ? [] : [key]));
  if (others.length > 0) return false;
  return name === 'actor' || name === 'targetType' || (name === 'action' && filters.action?.length === 1);
};

const kindsOf = ({ action, outcome, targetType }: AuditFilters): Record<string, unknown> => ({
  ...(action && { action: { $in: action } }),
  ...(outcome !== undefined && { outcome }),
  ...(targetType !== undefined && { targetType }),
});

/** The filters as conditions on entries. */
export const entriesWhere = (filters: AuditFilters): Record<string, unknown> => {
  const { since, until } = boundsOf(filters);
  return {
    ...kindsOf(filters),
    ...(filters.actor !== undefined && { actor: filters.actor }),
    ...(filters.target !== undefined && { targetId: filters.target }),
    ...((since || until) && { occurredAt: { ...(since && { $gte: since }), ...(until && { $lt: until }) } }),
  };
};

/** The filters as conditions on the counts of days: as far as they are counted by. */
export const daysWhere = (filters: AuditFilters): Record<string, unknown> => {
  const { since, until } = boundsOf(filters);
  const lastDay = until && new Date(until.getTime() - 1);
  const day = { ...(since && { $gte: since.toISOString().slice(0, 10) }), ...(lastDay && { $lte: lastDay.toISOString().slice(0, 10) }) };
  return { ...kindsOf(filters), ...(filters.actor !== undefined && { actor: filters.actor }), ...((since || until) && { day }) };
};
