import { createHash } from 'node:crypto';
import type { StreamConfig } from '../config';

/** Events that go in one request. */
export const MOST_AT_ONCE = 100;

/** A receiver as the configuration names it. */
export interface Stream {
  readonly name: string;
  readonly url: string;
  /** Scheme, host and port. */
  readonly target: string;
  readonly fingerprint: string;
  readonly secrets: readonly string[];
  readonly format: NonNullable<StreamConfig['format']>;
  readonly from: NonNullable<StreamConfig['from']>;
  readonly headers: Readonly<Record<string, string>>;
  readonly allowPrivate: boolean;
}

export const toStream = ({ name, url, secret, format = 'roster', from = 'beginning', headers = {}, allowPrivate = false }: StreamConfig): Stream => ({
  name,
  url,
  target: new URL(url).origin,
  fingerprint: createHash('sha256').update(url).digest('hex').slice(0, 32),
  secrets: [secret].flat(),
  format,
  from,
  headers,
  allowPrivate,
});

/** How far a receiver has got. */
export interface Progress {
  readonly name: string;
  readonly target: string;
  readonly fingerprint: string;
  readonly next: number;
  readonly checkpoint: number;
  readonly batch: number;
  readonly failures: number;
  readonly retryAt: Date | string | null;
  readonly deliveredAt: Date | string | null;
  readonly problem: string;
  readonly problemAt: Date | string | null;
  readonly isFailing: boolean;
}

/** What a receiver has refused for good. */
export interface Letter {
  readonly stream: string;
  readonly eventId: string;
  readonly place: number | null;
  readonly action: string;
  readonly problem: string;
  readonly refusedAt: Date | string;
}
