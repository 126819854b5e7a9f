import { askDeletionRequest, confirmDeletionRequest } from '../../../../../contracts/http-offboarding';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import type { Actor } from '../../../kernel/actor';
import { doorPort } from '../../../kernel/door';
import { validData } from '../../../kernel/validate';
import type { TeamService } from '../team.service';

const FEATURE = 'team_management';

/** What becomes of somebody who leaves: told before it happens, and the end, which takes two confirmations. */
export const createOffboardingController = ({ strapi }: { strapi: Strapi }) => {
  const { offboarding } = strapi.plugin('roster').service('team') as TeamService;

  const answer = (action: string, run: (actor: Actor, documentId: string, body: unknown) => Promise<unknown>) => (ctx: RequestContext) =>
    atTheDoor(async () => {
      const documentId = ctx.params['documentId'] ?? '';
      const actor = doorPort.of(strapi).demand(FEATURE, action, { record: documentId });
      return { data: await run(actor, documentId, ctx.request.body) };
    });

  return {
    /** What is a member's, and what goes on without him. */
    find: answer('update', (actor, documentId) => offboarding.show(actor, documentId)),

    /** Asks to delete a member for good: answers with what will be wiped, and with what confirms it. */
    ask: answer('delete', (actor, documentId, body) => {
      validData(askDeletionRequest, body);
      return offboarding.ask(actor, documentId);
    }),

    /** Deletes a member for good. */
    confirm: answer('delete', async (actor, documentId, body) => {
      await offboarding.confirm(actor, documentId, validData(confirmDeletionRequest, body));
      return { documentId };
    }),
  };
};
