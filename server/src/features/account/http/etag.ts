import { createHash } from 'node:crypto';
import type { RequestContext } from '../../../host/strapi';

/** Says by which tag an answer is known, and whether whoever asks has it already. It is kept by him alone, and asked for anew each time. */
export const isKnown = (ctx: RequestContext, content: string): boolean => {
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;
  ctx.set('ETag', etag);
  ctx.set('Cache-Control', 'private, no-cache');
  if (ctx.get('If-None-Match') !== etag) return false;
  ctx.status = 304;
  return true;
};
