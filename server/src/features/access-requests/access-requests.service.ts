import type { AccessRequestInfo, MyAccessRequests } from '../../../../contracts/http-access-requests';
import { displayNameOf } from '../../host/content-types';
import type { Strapi } from '../../host/strapi';
import type { Actor, MemberActor } from '../../kernel/actor';
import { clockPort } from '../../kernel/clock';
import { asSystem } from '../../kernel/frame';
import { accessOf } from '../access';
import { createAccessRequestsRepository } from './access-requests.repository';
import { createAnswering } from './answering';
import { createAsking } from './asking';
import { EXPIRES_MS } from './expiry';
import { createAccessRequestMails } from './mails';
import { shareableWith } from './shareable';
import { createShowing } from './showing';

/** One's own requests that are shown, and those of others among which somebody's are looked for. */
const MOST = { own: 100, others: 500 } as const;

/** Asking for more than one has, for a while, and having it granted by whoever may. */
export const createAccessRequestsService = ({ strapi }: { strapi: Strapi }) => {
  const repository = createAccessRequestsRepository(strapi);
  const mails = createAccessRequestMails(strapi, repository);
  const asking = createAsking(strapi, repository, mails);
  const { answerable, ...answering } = createAnswering(strapi, repository, mails);
  const show = createShowing(strapi);

  return {
    ask: asking.ask,
    ...answering,

    /** One of them, as the actor may read it. */
    async find(actor: Actor, documentId: string): Promise<AccessRequestInfo | undefined> {
      const request = await asSystem(() => repository.find(documentId));
      return request ? (await show(actor, [request]))[0] : undefined;
    },

    /** One's own, and what else could be asked for. */
    async mine(actor: MemberActor): Promise<MyAccessRequests> {
      const requests = await asSystem(() => repository.of(actor.member.documentId, MOST.own));
      const labels = await accessOf(strapi).labels();
      const roles = (await asking.askableRoles(actor)).map((key) => ({ key, label: labels.of(key) }));
      return { data: await show(actor, requests), meta: { roles, types: shareableWith(strapi, actor).map((type) => ({ type, displayName: displayNameOf(strapi, type) })) } };
    },

    /** Those that the actor may answer, or end. */
    async toAnswer(actor: Actor): Promise<AccessRequestInfo[]> {
      const now = clockPort.of(strapi)();
      const current = await asSystem(() => repository.current({ since: new Date(now.getTime() - EXPIRES_MS), now }, MOST.others));
      return show(actor, await answerable(actor, current));
    },
  };
};

export type AccessRequestsService = ReturnType<typeof createAccessRequestsService>;
