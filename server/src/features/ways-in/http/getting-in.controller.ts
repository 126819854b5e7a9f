import { askForLinkRequest, joinRequest, previewLinkRequest, useLinkRequest } from '../../../../../contracts/http-ways-in';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { validData } from '../../../kernel/validate';
import { limitsOf } from '../../sessions';
import { waysInOf } from '../ways-in.service';

const ACCEPTED = 202;

const doorOf = ({ state }: RequestContext): 'panel' | 'api' => (state.route?.info?.type === 'admin' ? 'panel' : 'api');

/** Getting in by what is mailed: for whoever is nobody yet. */
export const createGettingInController = ({ strapi }: { strapi: Strapi }) => {
  const keepOff = (ctx: RequestContext): void => {
    ctx.set('Cache-Control', 'no-store');
    ctx.set('Referrer-Policy', 'no-referrer');
  };

  /** Asks for a mail: as often for an address that nobody has. */
  const asking = (ctx: RequestContext, ask: (wanted: ReturnType<typeof askForLinkRequest.parse>) => Promise<void>) =>
    atTheDoor(async () => {
      keepOff(ctx);
      const wanted = validData(askForLinkRequest, ctx.request.body);
      await limitsOf(strapi).take('mail', { account: wanted.email.toLowerCase() });
      await ask(wanted);
      ctx.status = ACCEPTED;
      return { data: {} };
    });

  const withSecret = <T>(ctx: RequestContext, run: () => Promise<T>) =>
    atTheDoor(async () => {
      keepOff(ctx);
      await limitsOf(strapi).take('link');
      return { data: await run() };
    });

  return {
    /** How one gets in at this door besides by a password. */
    open: (ctx: RequestContext) =>
      atTheDoor(async () => {
        const { settings } = waysInOf(strapi);
        return { data: { join: (await settings.domains()).isOn, link: (await settings.links())[doorOf(ctx)] } };
      }),

    /** Asks for a link to join by. The answer is the same for every address. */
    askToJoin: (ctx: RequestContext) => asking(ctx, ({ email, language }) => waysInOf(strapi).joining.ask(email, language)),

    /** What a link to join by is for. Takes nothing away from it. */
    previewJoin: (ctx: RequestContext) => withSecret(ctx, () => waysInOf(strapi).joining.preview(validData(previewLinkRequest, ctx.request.body).token)),

    /** Becomes a member by a link. */
    join: (ctx: RequestContext) => withSecret(ctx, () => waysInOf(strapi).joining.accept(validData(joinRequest, ctx.request.body))),

    /** Asks for a link to sign in by. The answer is the same for every address. */
    askForLink: (ctx: RequestContext) => asking(ctx, ({ email }) => waysInOf(strapi).links.ask(email, doorOf(ctx), ctx)),

    /** Whom a link signs in, and who asked for it. Takes nothing away from it. */
    previewLink: (ctx: RequestContext) => withSecret(ctx, () => waysInOf(strapi).links.preview(validData(previewLinkRequest, ctx.request.body).token, doorOf(ctx), ctx)),

    /** Signs in by a link. */
    useLink: (ctx: RequestContext) =>
      withSecret(ctx, () => {
        const { token, isConfirmed = false } = validData(useLinkRequest, ctx.request.body);
        return waysInOf(strapi).links.use(token, doorOf(ctx), { request: ctx, isConfirmed });
      }),
  };
};
