import type { HygieneInfo } from '../../../../../contracts/http-hygiene';
import type { ChangedMember, RemainingInfo, RemovedInfo } from '../../../../../contracts/http-remaining';
import { changeMembersRequest, removeAccessRequest } from '../../../../../contracts/requests';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import type { Actor } from '../../../kernel/actor';
import { doorPort } from '../../../kernel/door';
import { validData } from '../../../kernel/validate';
import type { TeamService } from '../team.service';

const FEATURE = 'team_management';

/** What keeps a team in order: what is worth a look, what goes with a role, and the same change for many. */
export const createCareController = ({ strapi }: { strapi: Strapi }) => {
  const team = () => strapi.plugin('roster').service('team') as TeamService;

  const answer =
    <T>(action: 'view' | 'update', run: (actor: Actor, ctx: RequestContext, documentId: string) => Promise<T>) =>
    (ctx: RequestContext) =>
      atTheDoor(async (): Promise<{ data: T }> => {
        const documentId = ctx.params['documentId'] ?? '';
        const actor = doorPort.of(strapi).demand(FEATURE, action, documentId === '' ? {} : { record: documentId });
        return { data: await run(actor, ctx, documentId) };
      });

  return {
    /** What of the team's administration is worth a look. The right of the panel's route decides. */
    hygiene: () =>
      atTheDoor(async (): Promise<{ data: HygieneInfo }> => {
        doorPort.of(strapi).entered(FEATURE, 'view');
        return { data: await team().hygiene() };
      }),

    /** The same, for who may view the team. */
    hygieneAsMember: answer<HygieneInfo>('view', () => team().hygiene()),

    /** What a member has besides his role. */
    remaining: answer<RemainingInfo>('update', (_actor, _ctx, documentId) => team().remaining(documentId)),

    /** Takes kinds of it away. */
    removeRemaining: answer<RemovedInfo>('update', (actor, ctx, documentId) => team().removeRemaining(actor, documentId, validData(removeAccessRequest, ctx.request.body).kinds)),

    /** The same change for several members, each decided by itself. */
    changeMany: answer<ChangedMember[]>('update', (actor, ctx) => {
      const { members, change } = validData(changeMembersRequest, ctx.request.body);
      return team().changeMany(actor, members, change);
    }),
  };
};
