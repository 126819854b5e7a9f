import type { Actor } from './actor';
import { createPort } from './port';

/**
 * Counts what somebody was allowed and did. Asking what one may do is not doing it, and what was refused was not done.
 * Only members and tokens are counted: the system and nobody have no cells to use.
 */
export interface Usage {
  /** He was let in, or reads: counts once a request, however many statements that takes; outside of requests each time. */
  once(actor: Actor, feature: string, action: string): void;
  /** He has carried something out: counts each time. */
  each(actor: Actor, feature: string, action: string): void;
}

export const usagePort = createPort<Usage>('usage', () => ({ once: () => undefined, each: () => undefined }));
