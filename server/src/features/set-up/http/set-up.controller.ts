import { adoptRequest, bindTypesRequest, type SetUp } from '../../../../../contracts/http-set-up';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { doorPort } from '../../../kernel/door';
import { validData } from '../../../kernel/validate';
import type { SetUpService } from '../set-up.service';

/** From installed to enforced. The rights of the panel's routes decide: this is for admins. */
export const createSetUpController = ({ strapi }: { strapi: Strapi }) => {
  const setUp = () => strapi.plugin('roster').service('set-up') as SetUpService;
  const actor = () => doorPort.of(strapi).actor();
  const look = async (): Promise<{ data: SetUp }> => ({ data: await setUp().look() });

  return {
    /** What there is to bind, and how far it is. */
    find: () => atTheDoor(look),

    /** Stores what the panel binds; it holds from the next start on. */
    bind: (ctx: RequestContext) =>
      atTheDoor(async () => {
        await setUp().bind(validData(bindTypesRequest, ctx.request.body).bindings, actor());
        return look();
      }),

    /** The site's own roles, and who of them is no member yet. */
    roles: () => atTheDoor(async () => ({ data: await setUp().hostRoles() })),

    /** Makes members of the next users of a door. */
    adopt: (ctx: RequestContext) => atTheDoor(async () => ({ data: await setUp().adopt(validData(adoptRequest, ctx.request.body), actor()) })),

    /** Takes the next adopted members out again. */
    release: () => atTheDoor(async () => ({ data: await setUp().release(actor()) })),

    /** What the site relies on. */
    checks: () => atTheDoor(() => ({ data: setUp().checks() })),

    /** Sends a mail to whoever asks. */
    mail: () => atTheDoor(async () => ({ data: await setUp().testMail(actor()) })),

    /** Starts the site again, where it does so by itself. */
    restart: () =>
      atTheDoor(() => {
        setUp().restart();
        return { data: { isRestarting: true } };
      }),
  };
};
