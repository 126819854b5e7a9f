/** How long ago a moment was, in the largest unit that fits: what `formatRelativeTime` takes. */
export interface Ago {
  /** 0 or below. */
  readonly value: number;
  readonly unit: 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';
}

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** A server's clock may be ahead of the reader's: what is still to come is now. */
export const agoOf = (moment: string, now: Date): Ago => {
  const seconds = Math.max(0, Math.floor((now.getTime() - new Date(moment).getTime()) / 1000));
  const [unit, length] = UNITS.find(([, long]) => seconds >= long) ?? ['second', 1];
  // Not -0, which is written with its sign.
  return { value: 0 - Math.floor(seconds / length), unit };
};
