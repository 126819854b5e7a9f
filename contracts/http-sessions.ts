import { z } from 'zod';

/** A session of a member at one of the two doors: one sign-in, with all renewals. */
export interface SessionInfo {
  readonly id: string;
  readonly door: 'panel' | 'api';
  /** Browser and system, as `Chrome on macOS`; null where the client said nothing that is known. */
  readonly device: string | null;
  /** From where it began; IPv6 as the network. null for sessions from before the plugin. */
  readonly address: string | null;
  readonly startedAt: string;
  /** When it was last seen: to five minutes at the API, to the life of an access token where the host renews them. */
  readonly seenAt: string;
  /** Whether this request came with it. */
  readonly isCurrent: boolean;
}

/** `GET …/roster/me/sessions`, `GET …/roster/members/:documentId/sessions`: the current one first, then as they were last seen. */
export interface SessionsAnswer {
  readonly data: readonly SessionInfo[];
}

/** `DELETE …/sessions…`: how many ended. */
export interface SessionsEnded {
  readonly ended: number;
}

/** `POST …/roster/me/step-up`: the caller's password at the door that he comes through, once more. */
export const stepUpRequest = z.strictObject({ password: z.string().min(1).max(1024) });

/** Until when what is sensitive is open to this session. */
export interface SteppedUp {
  readonly until: string;
}
