import { approveAccessRequest, askForAccessRequest, declineAccessRequest, type AccessRequestInfo } from '../../../../../contracts/http-access-requests';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import type { Actor, MemberActor } from '../../../kernel/actor';
import { doorPort } from '../../../kernel/door';
import { RosterError } from '../../../kernel/errors';
import { validData } from '../../../kernel/validate';
import { assertOfTheTeam, inPerson } from '../../account';
import type { AccessRequestsService } from '../access-requests.service';

const CREATED = 201;

/** Asking for access, and granting it: who may is decided behind each. */
export const createAccessRequestsController = ({ strapi }: { strapi: Strapi }) => {
  const requests = () => strapi.plugin('roster').service('access-requests') as AccessRequestsService;

  /** Whoever asks, asks in person. */
  const asker = async (): Promise<MemberActor> => {
    const { actor } = await inPerson(strapi);
    if (actor.kind !== 'member') throw new RosterError('NOT_A_MEMBER');
    return actor;
  };

  const shown = async (actor: Actor, documentId: string): Promise<{ data: AccessRequestInfo }> => {
    const data = await requests().find(actor, documentId);
    if (!data) throw new RosterError('NOT_FOUND');
    return { data };
  };

  /** Whoever answers is of the team, or the site itself. */
  const answering = (run: (actor: Actor, documentId: string, ctx: RequestContext) => Promise<void>) => (ctx: RequestContext) =>
    atTheDoor(async () => {
      assertOfTheTeam(strapi);
      const actor = doorPort.of(strapi).actor();
      const documentId = ctx.params['request'] ?? '';
      await run(actor, documentId, ctx);
      return shown(actor, documentId);
    });

  return {
    /** What one has asked for, and what else could be asked for. */
    findMine: () => atTheDoor(async () => requests().mine(await asker())),

    /** Asks for a role or a record, for a while. */
    ask: (ctx: RequestContext) =>
      atTheDoor(async () => {
        const actor = await asker();
        const documentId = await requests().ask(actor, validData(askForAccessRequest, ctx.request.body));
        ctx.status = CREATED;
        return shown(actor, documentId);
      }),

    /** Takes back what one has asked for and nobody has answered. */
    withdraw: (ctx: RequestContext) =>
      atTheDoor(async () => {
        const actor = await asker();
        const documentId = ctx.params['request'] ?? '';
        await requests().withdraw(actor, documentId);
        return shown(actor, documentId);
      }),

    /** What one may answer, or end. */
    find: () =>
      atTheDoor(async () => {
        assertOfTheTeam(strapi);
        return { data: await requests().toAnswer(doorPort.of(strapi).actor()) };
      }),

    /** Grants what is asked for, until its end or another one. */
    approve: answering((actor, documentId, ctx) => {
      const { note, endsAt } = validData(approveAccessRequest, ctx.request.body ?? {});
      return requests().approve(actor, documentId, { note, endsAt: endsAt === undefined ? undefined : new Date(endsAt) });
    }),

    /** Refuses it. */
    decline: answering((actor, documentId, ctx) => requests().decline(actor, documentId, validData(declineAccessRequest, ctx.request.body))),

    /** Ends before its time what was granted. */
    revoke: answering((actor, documentId) => requests().revoke(actor, documentId)),
  };
};
