import { changeEmailRequest, changePasswordRequest, confirmEmailRequest, leaveRequest } from '../../../../../contracts/http-account';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { validData } from '../../../kernel/validate';
import { limitsOf } from '../../sessions';
import type { AccountService } from '../account.service';
import { inPerson, selfOf } from '../self';

const ACCEPTED = 202;

/** How one signs in, and where one belongs. */
export const createAccountController = ({ strapi }: { strapi: Strapi }) => {
  const account = () => strapi.plugin('roster').service('account') as AccountService;

  /** Whoever has the secret of a link, as seldom as it may be guessed. */
  const withSecret = <T>(ctx: RequestContext, run: (token: string) => Promise<T>) =>
    atTheDoor(async () => {
      ctx.set('Cache-Control', 'no-store');
      await limitsOf(strapi).take('link');
      return { data: await run(validData(confirmEmailRequest, ctx.request.body).token) };
    });

  return {
    /** Where one belongs, and what one has access to. */
    find: () => atTheDoor(async () => ({ data: await account().belonging.of(await selfOf(strapi)) })),

    /** Asks for another address. It is one's own once the link is opened that is sent to it; the address before is told. */
    changeEmail: (ctx: RequestContext) =>
      atTheDoor(async () => {
        const self = await inPerson(strapi);
        const { email, password } = validData(changeEmailRequest, ctx.request.body);
        await account().askForEmail(self, email, password);
        ctx.status = ACCEPTED;
        return { data: {} };
      }),

    /** Which address a link confirms, for whoever has it. Takes nothing away from it. */
    previewEmail: (ctx: RequestContext) => withSecret(ctx, (token) => account().previewEmail(token)),

    /** Makes the address that a link was sent to that of its member. */
    confirmEmail: (ctx: RequestContext) => withSecret(ctx, (token) => account().confirmEmail(token)),

    /** Another password, at each door where the current one is right; one's other sessions end. */
    changePassword: (ctx: RequestContext) =>
      atTheDoor(async () => {
        const self = await inPerson(strapi);
        await account().changePassword(self, validData(changePasswordRequest, ctx.request.body));
        return { data: {} };
      }),

    /** Takes oneself out of the team, unless one is its last admin. */
    leave: (ctx: RequestContext) =>
      atTheDoor(async () => {
        const self = await inPerson(strapi);
        validData(leaveRequest, ctx.request.body);
        await account().leave(self);
        return { data: { documentId: self.member.documentId } };
      }),
  };
};
