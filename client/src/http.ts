import { errorOf } from './errors';

export interface ClientOptions {
  /** Where the site is, e.g. `https://crm.example.com`. */
  readonly url: string;
  /** A JWT of users-permissions or an API token; a function is asked for each request. */
  readonly token?: string | (() => string | undefined | Promise<string | undefined>);
  /** Where the site has its REST API; `/api` unless its `api.rest.prefix` says otherwise. */
  readonly prefix?: string;
  /** In place of the global `fetch`. */
  readonly fetch?: typeof fetch;
}

/** `data` is JSON, or a CSV file. */
export type Send = <T>(method: string, path: string, data?: unknown) => Promise<T>;

/** What an answer holds. */
export const dataOf = async <T>(answer: Promise<{ data: T }>): Promise<T> => (await answer).data;

/** Where something is: `pathOf('rules', id)`. Each part is encoded: a slash in an id leads nowhere else. */
export const pathOf = (...parts: readonly string[]): string => parts.map((part) => `/${encodeURIComponent(part)}`).join('');

export const queryOf = (values: Readonly<Record<string, unknown>>): string => {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()}`;
};

interface Kept {
  readonly etag: string;
  readonly token: string | undefined;
  readonly body: unknown;
}

/** Sends requests to the plugin's routes. What the site says has not changed is not sent again. */
export const createSend = ({ url, token, prefix = '/api', fetch: send = fetch }: ClientOptions): Send => {
  const base = `${url.replace(/\/+$/, '')}${prefix}/roster`;
  const kept = new Map<string, Kept>();

  return async (method, path, data) => {
    const bearer = typeof token === 'function' ? await token() : token;
    const mayBeKnown = method === 'GET';
    const known = mayBeKnown && kept.get(path);
    const isFile = data instanceof Blob;
    const answer = await send(base + path, {
      method,
      headers: {
        ...(bearer && { authorization: `Bearer ${bearer}` }),
        ...(data !== undefined && { 'content-type': isFile ? 'text/csv' : 'application/json' }),
        // Somebody else's answer is none of ours.
        ...(known && known.token === bearer && { 'if-none-match': known.etag }),
      },
      ...(data !== undefined && { body: isFile ? data : JSON.stringify({ data }) }),
    });
    if (answer.status === 304 && known) return known.body as never;
    const body: unknown = await answer.json().catch(() => null);
    if (!answer.ok) throw errorOf(answer.status, body);
    const etag = answer.headers.get('etag');
    if (mayBeKnown && etag) kept.set(path, { etag, token: bearer, body });
    return body as never;
  };
};
