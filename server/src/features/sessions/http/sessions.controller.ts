import { stepUpRequest, type SessionsAnswer, type SessionsEnded, type SteppedUp } from '../../../../../contracts/http-sessions';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { auditActor, type MemberActor } from '../../../kernel/actor';
import { doorPort } from '../../../kernel/door';
import { RosterError } from '../../../kernel/errors';
import { validData } from '../../../kernel/validate';
import { sessionsOf } from '../sessions.service';

/** One's own sessions, at both doors. */
export const createSessionsController = ({ strapi }: { strapi: Strapi }) => {
  /** A token is not at home in anybody's sessions. */
  const me = (): MemberActor => {
    const actor = doorPort.of(strapi).actor();
    if (actor.kind !== 'member') throw new RosterError('NOT_A_MEMBER');
    if (actor.token) throw new RosterError('PERMISSION_DENIED', 'An API token has no sessions.');
    return actor;
  };

  const ending = (end: (actor: MemberActor, ctx: RequestContext) => Promise<number>) => (ctx: RequestContext) =>
    atTheDoor(async (): Promise<{ data: SessionsEnded }> => ({ data: { ended: await end(me(), ctx) } }));

  return {
    /** One's own sessions. */
    find: () => atTheDoor(async (): Promise<SessionsAnswer> => ({ data: await sessionsOf(strapi).list(me().member.documentId) })),

    /** Ends one of them. */
    revoke: ending((actor, { params }) => sessionsOf(strapi).revoke(actor.member.documentId, params['session'] ?? '', auditActor(actor))),

    /** Ends all of them save this one. */
    revokeOthers: ending((actor) => sessionsOf(strapi).revokeAll(actor.member.documentId, auditActor(actor), { keepCurrent: true })),

    /** Proves with the password once more who asks; what is sensitive is open for a while then. */
    stepUp: (ctx: RequestContext) =>
      atTheDoor(async (): Promise<{ data: SteppedUp }> => {
        const actor = me();
        const until = await sessionsOf(strapi).assurance.stepUp(actor, validData(stepUpRequest, ctx.request.body).password);
        return { data: { until: until.toISOString() } };
      }),
  };
};
