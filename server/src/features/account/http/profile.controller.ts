import { profileRequest, type Profile } from '../../../../../contracts/http-profile';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { auditActor } from '../../../kernel/actor';
import { asSystem } from '../../../kernel/frame';
import { validData } from '../../../kernel/validate';
import { membersOf, type Member } from '../../members';
import { inPerson, selfOf } from '../self';
import { addressOf } from './pictures.controller';

/** What somebody says of himself. It is his to change, and nothing else of him is. */
export const createProfileController = ({ strapi }: { strapi: Strapi }) => {
  const show = async ({ documentId, email, name, phone, timezone, language }: Member): Promise<{ data: Profile }> => {
    const [picture] = await membersOf(strapi).picturesOf([documentId]);
    return { data: { documentId, email, name, phone, timezone, language, picture: picture ? addressOf(picture) : null } };
  };

  return {
    /** What one says of oneself. */
    find: () => atTheDoor(async () => show(await selfOf(strapi))),

    /** Changes one's own name, picture, telephone number, time zone and language. Whatever else is sent is refused. */
    update: (ctx: RequestContext) =>
      atTheDoor(async () => {
        const { member, actor } = await inPerson(strapi);
        await asSystem(() => membersOf(strapi).changeProfile(member, validData(profileRequest, ctx.request.body), auditActor(actor)));
        return show(await selfOf(strapi));
      }),
  };
};
