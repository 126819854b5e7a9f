import type { SessionsAnswer, SessionsEnded } from '../../../../../contracts/http-sessions';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { auditActor, type Actor } from '../../../kernel/actor';
import { doorPort } from '../../../kernel/door';
import { sessionsOf } from '../../sessions';
import { createAssertions } from '../assertions';

const FEATURE = 'team_management';

/** The sessions of members, for who manages the team and has no less than they. */
export const createMembersSessionsController = ({ strapi }: { strapi: Strapi }) => {
  const { assertMayTouch } = createAssertions(strapi);

  const of = <T>(run: (actor: Actor, member: string, ctx: RequestContext) => Promise<T>) => (ctx: RequestContext) =>
    atTheDoor(async () => {
      const member = ctx.params['documentId'] ?? '';
      const actor = doorPort.of(strapi).demand(FEATURE, 'update', { record: member });
      await assertMayTouch(actor, member);
      return { data: await run(actor, member, ctx) };
    });

  return {
    /** A member's sessions. */
    find: of((_actor, member): Promise<SessionsAnswer['data']> => sessionsOf(strapi).list(member)),

    /** Ends one of them. */
    revoke: of(async (actor, member, { params }): Promise<SessionsEnded> => ({ ended: await sessionsOf(strapi).revoke(member, params['session'] ?? '', auditActor(actor)) })),

    /** Ends all of them. */
    revokeAll: of(async (actor, member): Promise<SessionsEnded> => ({ ended: await sessionsOf(strapi).revokeAll(member, auditActor(actor), { keepCurrent: true }) })),
  };
};
