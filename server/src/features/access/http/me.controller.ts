import { createHash } from 'node:crypto';
import { scopesOf } from '../../../../../contracts/scopes';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { doorPort } from '../../../kernel/door';
import { RosterError } from '../../../kernel/errors';

/** Who am I here, and what may I do. Sends an ETag, so that an app can ask at every start and mostly get 304. */
export const createMeController = ({ strapi }: { strapi: Strapi }) => ({
  find: (ctx: RequestContext) =>
    atTheDoor(() => {
      const actor = doorPort.of(strapi).actor();
      if (actor.kind !== 'member') throw new RosterError('NOT_A_MEMBER');
      const { member, reach } = actor;
      const permissions = Object.fromEntries(
        [...reach.granted].map(([feature, actions]) => [
          feature,
          Object.fromEntries([...actions].map(([action, { scope }]) => [action, scopesOf(scope)])),
        ]),
      );
      const data = { member, roles: reach.roles.map(({ key }) => key), permissions };
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
