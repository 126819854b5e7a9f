import { Agent as HttpAgent, request as overHttp, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as overHttps } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress, lookUpPublic, notPublic } from './public-address';

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
  /** Whether the address may be one of this machine or its network. */
  readonly allowPrivate: boolean;
}

export interface Answer {
  readonly status: number;
  /** What the receiver says of when to come again, in milliseconds. */
  readonly retryAfterMs?: number;
}

/** Connections to public addresses only: one that was opened without that look-up is not to be taken for one of these. */
const GUARDED = { 'http:': new HttpAgent({ keepAlive: true }), 'https:': new HttpsAgent({ keepAlive: true }) };

const answerOf = ({ statusCode = 0, headers }: IncomingMessage): Answer => {
  const seconds = Number(headers['retry-after']);
  return { status: statusCode, ...(Number.isFinite(seconds) && seconds > 0 && { retryAfterMs: seconds * 1000 }) };
};

/** The host of an address is a name, or an address itself: that one is looked up nowhere. */
const assertPublic = ({ hostname }: URL): void => {
  const literal = hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && !isPublicAddress(literal)) throw notPublic(literal);
};

/**
 * Posts a body to somewhere outside. It follows nowhere: a redirect is an answer like any other, so that nobody is led
 * from a public address into the network of the site. What comes back besides the status is not read.
 *
 * @throws Error with the code ADDRESS_NOT_PUBLIC, or with the code of what has failed on the way
 */
export const post = ({ url: address, headers, body, timeoutMs, allowPrivate }: Post): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const url = new URL(address);
    if (!allowPrivate) assertPublic(url);
    const open = url.protocol === 'https:' ? overHttps : overHttp;
    const options = {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      signal: AbortSignal.timeout(timeoutMs),
      ...(!allowPrivate && { lookup: lookUpPublic, agent: GUARDED[url.protocol as keyof typeof GUARDED] }),
    };
    open(url, options, (response) => {
      response.on('error', () => undefined).resume();
      resolve(answerOf(response));
    })
      .on('error', reject)
      .end(body);
  });
