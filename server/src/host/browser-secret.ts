import { createHash, randomBytes } from 'node:crypto';
import type { RequestContext, Strapi } from './strapi';

/** What a browser holds that has asked for a link: nobody else has it. */
const COOKIE = 'roster_browser';

const BYTES = 32;

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Gives the browser of a request something to be known by, and answers with its hash. */
export const markBrowser = (strapi: Strapi, request: RequestContext, lastsMs: number): string => {
  const secret = randomBytes(BYTES).toString('base64url');
  const isPanel = request.state.route?.info?.type === 'admin';
  const path = isPanel ? '/roster' : `${strapi.config.get<string>('api.rest.prefix', '/api')}/roster`;
  request.cookies.set(COOKIE, secret, { httpOnly: true, sameSite: 'lax', path, maxAge: lastsMs, overwrite: true, signed: false, secure: request.request.secure === true });
  return hashOf(secret);
};

/** The hash of what the browser of a request is known by, if it has been marked. */
export const browserOf = (request: RequestContext): string | null => {
  const secret = request.cookies.get(COOKIE, { signed: false });
  return secret === undefined ? null : hashOf(secret);
};
