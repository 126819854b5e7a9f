/** How many records one request may be about. Apart from the requests, so that the panel need not load zod for a number. */
export const MOST_RECORDS = {
  /** Whose owners are asked for. */
  asked: 100,
  /** That change owners. */
  changed: 500,
} as const;
