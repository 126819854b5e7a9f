import { picturesQuery } from '../../../../../contracts/http-profile';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { RosterError } from '../../../kernel/errors';
import { validQuery } from '../../../kernel/validate';
import { membersOf, type StoredPicture } from '../../members';
import { assertOfTheTeam } from '../self';
import { isKnown } from './etag';

/** A picture as an address that holds it. */
export const addressOf = ({ mime, content }: StoredPicture): string => `data:${mime};base64,${content}`;

/** What members look like, for the team and for nobody else. */
export const createPicturesController = ({ strapi }: { strapi: Strapi }) => ({
  /** Pictures of many members at once, so that a list of people costs one request. */
  find: (ctx: RequestContext) =>
    atTheDoor(async () => {
      assertOfTheTeam(strapi);
      const pictures = await membersOf(strapi).picturesOf(validQuery(picturesQuery, ctx.query).members);
      const data = Object.fromEntries(pictures.map((picture) => [picture.member, addressOf(picture)]));
      return isKnown(ctx, JSON.stringify(data)) ? undefined : { data };
    }),

  /** The picture of a member, as a file. A browser takes it for a picture and for nothing else. */
  findOne: (ctx: RequestContext) =>
    atTheDoor(async () => {
      assertOfTheTeam(strapi);
      const [picture] = await membersOf(strapi).picturesOf([ctx.params['documentId'] ?? '']);
      if (!picture) throw new RosterError('NOT_FOUND');
      ctx.set('Content-Type', picture.mime);
      ctx.set('Content-Disposition', 'inline; filename="picture"');
      ctx.set('Content-Security-Policy', "default-src 'none'; sandbox");
      ctx.set('X-Content-Type-Options', 'nosniff');
      ctx.set('Cross-Origin-Resource-Policy', 'same-site');
      return isKnown(ctx, picture.content) ? undefined : Buffer.from(picture.content, 'base64');
    }),
});
