import { auditLettersQuery, auditReplayRequest, type AuditLetters, type AuditStreams } from '../../../../../contracts/http-audit-streams';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { auditActor } from '../../../kernel/actor';
import { doorPort } from '../../../kernel/door';
import { validData, validQuery } from '../../../kernel/validate';
import type { AuditService } from '../audit.service';

/** Receivers of the log: how it goes with each, and what to do where it does not. */
export const createAuditStreamsController = ({ strapi }: { strapi: Strapi }) => {
  const streams = () => (strapi.plugin('roster').service('audit') as AuditService).streams;
  const actor = () => auditActor(doorPort.of(strapi).actor());
  const list = async (): Promise<AuditStreams> => ({ data: await streams().list() });
  const nameIn = ({ params }: RequestContext): string => params['name'] ?? '';
  const eventIn = ({ params }: RequestContext): string => params['eventId'] ?? '';

  /** What is done, and how it goes then. */
  const after = (work: () => Promise<void>): Promise<AuditStreams> =>
    atTheDoor(async () => {
      await work();
      return list();
    });

  return {
    find: (): Promise<AuditStreams> => atTheDoor(list),

    letters: (ctx: RequestContext): Promise<AuditLetters> => atTheDoor(() => streams().letters(nameIn(ctx), validQuery(auditLettersQuery, ctx.query))),

    tryNow: (ctx: RequestContext): Promise<AuditStreams> =>
      after(async () => {
        await streams().tryNow(nameIn(ctx), actor());
        streams().wake(nameIn(ctx));
      }),

    replay: (ctx: RequestContext): Promise<AuditStreams> =>
      after(async () => {
        await streams().replay(nameIn(ctx), validData(auditReplayRequest, ctx.request.body).from, actor());
        streams().wake(nameIn(ctx));
      }),

    sendAgain: (ctx: RequestContext): Promise<AuditStreams> => after(() => streams().sendAgain(nameIn(ctx), eventIn(ctx), actor())),

    discard: (ctx: RequestContext): Promise<AuditStreams> => after(() => streams().discard(nameIn(ctx), eventIn(ctx), actor())),
  };
};
