import { afterAnswer } from '../../host/after-answer';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { auditActor, memberIn, type Actor } from '../../kernel/actor';
import type { AuditAction } from '../../../../contracts/audit-actions';
import { clockPort } from '../../kernel/clock';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { recordPort } from '../../kernel/record';
import { booksOf } from '../books';
import { membersOf } from '../members';
import type { AccessRequest, AccessRequestsRepository } from './access-requests.repository';
import { createAnswerable } from './answerable';
import { statusAt } from './expiry';
import type { AccessRequestMails } from './mails';

/** Where grants come from that somebody asked for. */
const SOURCE = 'request';

const TOLD = { approved: 'access.approved', declined: 'access.declined', withdrawn: 'access.withdrawn', revoked: 'access.revoked' } as const satisfies Readonly<Record<string, AuditAction>>;

interface Turn {
  readonly from: 'open' | 'approved';
  readonly to: keyof typeof TOLD;
  readonly note?: string | undefined;
  readonly endsAt?: Date;
}

/** Answering what others ask for, and ending what was granted. */
export const createAnswering = (strapi: Strapi, repository: AccessRequestsRepository, mails: AccessRequestMails) => {
  const answerable = createAnswerable(strapi);
  const now = (): Date => clockPort.of(strapi)();

  /** One that the actor may answer, as it should stand. To whoever may not, it is not there. @throws RosterError NOT_FOUND, REQUEST_CLOSED */
  const demand = async (actor: Actor, documentId: string, status: Turn['from']): Promise<AccessRequest> => {
    const request = await asSystem(() => repository.find(documentId));
    const [found] = request ? await answerable(actor, [request]) : [];
    if (!found) throw new RosterError('NOT_FOUND');
    if (statusAt(found, now()) !== status) throw new RosterError('REQUEST_CLOSED');
    return found;
  };

  const grant = ({ member, role, type, record }: AccessRequest, endsAt: Date, actor: Actor): Promise<unknown> =>
    role === null ? booksOf(strapi).share(type, record, member, { endsAt, by: auditActor(actor) }) : membersOf(strapi).lend(member, { role, source: SOURCE, endsAt });

  const takeBack = ({ member, role, type, record }: AccessRequest, actor: Actor): Promise<unknown> =>
    role === null ? booksOf(strapi).unshare(type, record, member, auditActor(actor)) : membersOf(strapi).takeBack(member, { role, source: SOURCE });

  /** Until when the record is shared with him by now; undefined where it is not, or where a role is asked for. */
  const sharedUntil = async ({ member, type, record }: AccessRequest): Promise<number | undefined> => {
    const share = type === null ? undefined : (await booksOf(strapi).shares(type, record)).find((one) => one.member === member);
    return share && (share.endsAt === null ? Infinity : new Date(share.endsAt).getTime());
  };

  /** What follows from the answer comes first: who answers the same at the same moment waits there, and finds it answered. */
  const turn = (actor: Actor, request: AccessRequest, { from, to, note, endsAt }: Turn, carryOut: () => Promise<unknown>): Promise<void> =>
    asSystem(() =>
      transaction(strapi, async () => {
        await carryOut();
        const answer = { status: to, answeredBy: memberIn(actor)?.documentId ?? null, answeredAt: now(), ...(note !== undefined && { note }), ...(endsAt && { endsAt }) };
        if (!(await repository.answer(request.documentId, from, answer))) throw new RosterError('REQUEST_CLOSED');
        const { documentId, member, role, type, record } = request;
        const asked = role === null ? { type, record } : { role };
        const end = endsAt ? { endsAt: endsAt.toISOString() } : {};
        await recordPort.of(strapi)({ action: TOLD[to], actor: auditActor(actor), target: { type: 'member', id: member }, details: { request: documentId, ...asked, ...end } });
      }),
    );

  const tell = (documentId: string): void => afterAnswer(strapi, () => mails.tellOfAnswer(documentId));

  return {
    answerable,

    /** @throws RosterError NOT_FOUND, REQUEST_CLOSED, VALIDATION_FAILED (endsAt) */
    async approve(actor: Actor, documentId: string, { note, endsAt }: { readonly note?: string | undefined; readonly endsAt?: Date | undefined }): Promise<void> {
      const request = await demand(actor, documentId, 'open');
      const end = endsAt ?? new Date(request.endsAt);
      if (end <= now()) throw new RosterError('VALIDATION_FAILED', 'Access ends in the future.', { path: 'data.endsAt' });
      // What somebody has shared for longer meanwhile is not shortened.
      const hasMore = ((await sharedUntil(request)) ?? 0) > end.getTime();
      await turn(actor, request, { from: 'open', to: 'approved', note, endsAt: end }, async () => hasMore || grant(request, end, actor));
      tell(documentId);
    },

    /** @throws RosterError NOT_FOUND, REQUEST_CLOSED */
    async decline(actor: Actor, documentId: string, { note }: { readonly note?: string | undefined }): Promise<void> {
      await turn(actor, await demand(actor, documentId, 'open'), { from: 'open', to: 'declined', note }, () => Promise.resolve());
      tell(documentId);
    },

    /** Ends before its time what was granted. @throws RosterError NOT_FOUND, REQUEST_CLOSED, LAST_ADMIN */
    async revoke(actor: Actor, documentId: string): Promise<void> {
      const request = await demand(actor, documentId, 'approved');
      // Nor does it end with what was granted here.
      const isOurs = request.role !== null || (await sharedUntil(request)) === new Date(request.endsAt).getTime();
      await turn(actor, request, { from: 'approved', to: 'revoked' }, async () => isOurs && takeBack(request, actor));
    },

    /** Takes one's own back. @throws RosterError NOT_FOUND, REQUEST_CLOSED */
    async withdraw(actor: Actor, documentId: string): Promise<void> {
      const request = await asSystem(() => repository.find(documentId));
      if (!request || request.member !== memberIn(actor)?.documentId) throw new RosterError('NOT_FOUND');
      if (statusAt(request, now()) !== 'open') throw new RosterError('REQUEST_CLOSED');
      await turn(actor, request, { from: 'open', to: 'withdrawn' }, () => Promise.resolve());
    },
  };
};
