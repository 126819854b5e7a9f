import { post } from '../../../host/post';
import { BATCH_TYPE, type CloudEvent } from '../domain/cloud-event';
import { verdictOf, type Verdict } from '../domain/verdict';
import { messageId, signedHeaders } from '../domain/webhook';
import type { Stream } from './stream';

const TIMEOUT_MS = 10_000;

export interface Outcome {
  readonly verdict: Verdict;
  /** The status, or the code of what has failed on the way; empty where it has arrived. */
  readonly problem: string;
  readonly retryAfterMs?: number;
}

const MOST_OF_A_PROBLEM = 64;

const codeOf = (error: unknown): string => {
  const { code, name, message } = error as { code?: unknown; name?: string; message?: string };
  if (name === 'TimeoutError') return 'TIMEOUT';
  return (typeof code === 'string' ? code : (message ?? 'FAILED')).slice(0, MOST_OF_A_PROBLEM);
};

/** Sends events to a receiver, signed, and says what came of it. It never throws: a receiver that is down is nothing out of the ordinary. */
export const send = async (stream: Stream, events: readonly CloudEvent[], now: Date): Promise<Outcome> => {
  const { name, url, secrets, headers, allowPrivate } = stream;
  const body = JSON.stringify(events);
  const message = { id: messageId(name, events.map(({ id }) => id)), timestamp: Math.floor(now.getTime() / 1000), body };
  try {
    const { status, retryAfterMs } = await post({ url, body, timeoutMs: TIMEOUT_MS, allowPrivate, headers: { ...headers, 'content-type': BATCH_TYPE, ...signedHeaders(secrets, message) } });
    const verdict = verdictOf(status);
    return { verdict, problem: verdict === 'delivered' ? '' : String(status), ...(retryAfterMs !== undefined && { retryAfterMs }) };
  } catch (error) {
    return { verdict: 'later', problem: codeOf(error) };
  }
};
