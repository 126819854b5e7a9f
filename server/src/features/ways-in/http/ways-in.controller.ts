import { domainJoiningRequest, signInLinksRequest, type WaysIn } from '../../../../../contracts/http-ways-in';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { doorPort } from '../../../kernel/door';
import { validData } from '../../../kernel/validate';
import { waysInOf } from '../ways-in.service';

/** Which ways in are open. The right of the panel's route decides who says so; nobody gives a role that he has not. */
export const createWaysInController = ({ strapi }: { strapi: Strapi }) => {
  const settings = () => waysInOf(strapi).settings;

  const show = async (): Promise<{ data: WaysIn }> => ({ data: { domains: await settings().domains(), links: await settings().links(), mayOpenApi: settings().mayOpenApi } });

  return {
    /** Which ways in are open, and for whom. */
    find: () => atTheDoor(show),

    /** Whose address lets him join by himself, and as what. */
    setDomains: (ctx: RequestContext) =>
      atTheDoor(async () => {
        await settings().setDomains(doorPort.of(strapi).actor(), validData(domainJoiningRequest, ctx.request.body));
        return show();
      }),

    /** At which doors a mailed link signs in. */
    setLinks: (ctx: RequestContext) =>
      atTheDoor(async () => {
        await settings().setLinks(doorPort.of(strapi).actor(), validData(signInLinksRequest, ctx.request.body));
        return show();
      }),
  };
};
