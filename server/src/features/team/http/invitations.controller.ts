import { acceptInvitationRequest, invitationsQuery, inviteRequest, previewInvitationRequest } from '../../../../../contracts/http-invitations';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import type { Actor } from '../../../kernel/actor';
import { doorPort } from '../../../kernel/door';
import { validData, validQuery } from '../../../kernel/validate';
import { limitsOf } from '../../sessions';
import type { TeamService } from '../team.service';

const FEATURE = 'team_management';

/** Invitations: sent, seen and taken back by who manages the team, and accepted by whoever has the link. */
export const createInvitationsController = ({ strapi }: { strapi: Strapi }) => {
  const invitations = () => (strapi.plugin('roster').service('team') as TeamService).invitations;
  const demand = (action: 'view' | 'create' | 'update'): Actor => doorPort.of(strapi).demand(FEATURE, action);
  const idOf = ({ params }: RequestContext): string => params['documentId'] ?? '';

  return {
    /** The invitations in pages, newest first. */
    find: (ctx: RequestContext) =>
      atTheDoor(async () => {
        demand('create');
        return invitations().page(validQuery(invitationsQuery, ctx.query));
      }),

    /** Asks somebody to join, and sends him the link. Whether the mail left, the answer says. */
    create: (ctx: RequestContext) =>
      atTheDoor(async () => {
        const actor = demand('create');
        const wanted = validData(inviteRequest, ctx.request.body);
        // Records change hands by it.
        if (wanted.book !== undefined && wanted.book.length > 0) demand('update');
        return { data: await invitations().show(await invitations().invite(actor, wanted)) };
      }),

    /** A new link and a new mail; the link before is void. */
    resend: (ctx: RequestContext) => atTheDoor(async () => ({ data: await invitations().show(await invitations().resend(demand('create'), idOf(ctx))) })),

    /** Takes an invitation back: the link is void. */
    revoke: (ctx: RequestContext) =>
      atTheDoor(async () => {
        await invitations().revoke(demand('create'), idOf(ctx));
        return { data: { documentId: idOf(ctx) } };
      }),

    /** What a link is for, for whoever has it. Takes nothing away from it. */
    preview: (ctx: RequestContext) =>
      atTheDoor(async () => {
        await limitsOf(strapi).take('link');
        return { data: await invitations().preview(validData(previewInvitationRequest, ctx.request.body).token) };
      }),

    /** Completes the profile of whoever has the link, and opens his doors. */
    accept: (ctx: RequestContext) =>
      atTheDoor(async () => {
        await limitsOf(strapi).take('link');
        return { data: await invitations().accept(validData(acceptInvitationRequest, ctx.request.body)) };
      }),
  };
};
