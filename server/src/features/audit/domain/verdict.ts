/** What an answer means: it has arrived; this cannot be taken, whenever it comes; or it is to come again. */
export type Verdict = 'delivered' | 'refused' | 'later';

/** Answers about what was sent, not about who sent it or when: of these another attempt changes nothing. */
const ABOUT_THE_CONTENT: ReadonlySet<number> = new Set([400, 413, 415, 422]);

export const verdictOf = (status: number): Verdict => {
  if (status >= 200 && status < 300) return 'delivered';
  return ABOUT_THE_CONTENT.has(status) ? 'refused' : 'later';
};

const FIRST_MS = 5_000;
const MOST_MS = 3_600_000;

/**
 * How long to wait after so many failures: twice as long each time, an hour at most, and half of it by chance, so that
 * several senders do not come back at once. A receiver that names a time is asked no sooner.
 */
export const delayAfter = (failures: number, chance: number, askedMs = 0): number => {
  const full = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
  return Math.max(Math.min(askedMs, MOST_MS), full * (0.5 + chance / 2));
};
