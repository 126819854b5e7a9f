import type { RequestContext } from './strapi';

export interface Claims {
  readonly id?: number;
  /** Session of the host's. */
  readonly sessionId?: string;
  /** Session of ours. */
  readonly sid?: string;
  readonly iat?: number;
  readonly exp?: number;
}

/** What a token says. Whether it is true, the host has found out, or has to. */
export const claimsOf = (token: string): Claims => {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Claims;
  } catch {
    return {};
  }
};

/** What the token of a request says that the host has let in. */
export const bearerClaims = (ctx: RequestContext): Claims => claimsOf(ctx.get('authorization').replace(/^bearer\s+/i, ''));
