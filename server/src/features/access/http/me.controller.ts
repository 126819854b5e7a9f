import { createHash } from 'node:crypto';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { meOf } from '../me';

/** Who am I here, and what may I do. Sends an ETag, so that an app can ask at every start and mostly get 304. */
export const createMeController = ({ strapi }: { strapi: Strapi }) => ({
  find: (ctx: RequestContext) =>
    atTheDoor(() => {
      const data = meOf(strapi);
      const etag = `"${createHash('sha256').update(JSON.stringify(data)).digest('base64url').slice(0, 27)}"`;
      ctx.set('ETag', etag);
      ctx.set('Cache-Control', 'private, no-cache');
      if (ctx.get('If-None-Match') === etag) {
        ctx.status = 304;
        return undefined;
      }
      return { data };
    }),
});
