import type { AuditDays } from '../../../../../contracts/http-audit';

type Days = AuditDays['data'];

/** Entries of a day, or of some days together. */
export interface Bar {
  readonly from: string;
  readonly to: string;
  readonly entries: number;
  /** How high it is beside the highest. */
  readonly percent: number;
}

/** More would be too narrow to be hit with a finger. */
const MOST_BARS = 40;

/** How many days a bar can stand for: one, or whole weeks. */
const SPANS = [1, 7, 14, 28] as const;

/** How many days each bar stands for, so that all find room. */
export const daysPerBar = (days: Days): number => SPANS.find((span) => days.length <= span * MOST_BARS) ?? SPANS[SPANS.length - 1] ?? 1;

/** Days, oldest first, as bars. Where they do not go up evenly, the first bar has fewer of them: the last days are looked at most. */
export const barsOf = (days: Days): readonly Bar[] => {
  const span = daysPerBar(days);
  const groups: Days[] = [];
  for (let end = days.length; end > 0; end -= span) groups.unshift(days.slice(Math.max(0, end - span), end));
  const bars = groups.map((group) => ({
    from: group[0]?.day ?? '',
    to: group.at(-1)?.day ?? '',
    entries: group.reduce((sum, { entries }) => sum + entries, 0),
  }));
  const highest = Math.max(...bars.map(({ entries }) => entries), 1);
  return bars.map((bar) => ({ ...bar, percent: (100 * bar.entries) / highest }));
};

/** What the bars say, for whoever does not see them. */
export const summaryOf = (days: Days) => ({
  total: days.reduce((sum, { entries }) => sum + entries, 0),
  first: days[0]?.day ?? '',
  last: days.at(-1)?.day ?? '',
  busiest: days.reduce((most, day) => (day.entries > most.entries ? day : most), { day: '', entries: 0 }),
});
