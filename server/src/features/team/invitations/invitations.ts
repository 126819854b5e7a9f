import type { InvitationInfo, InvitationsPage, InvitationsQuery } from '../../../../../contracts/http-invitations';
import type { Strapi } from '../../../host/strapi';
import { clockPort } from '../../../kernel/clock';
import { asSystem } from '../../../kernel/frame';
import { createDocumentId } from '../../../kernel/ids';
import { iso } from '../../../kernel/iso';
import { peopleAmong } from '../../books';
import { createAssertions } from '../assertions';
import type { TeamConfig } from '../config';
import { createAccepting } from './accepting';
import { createInvitationsRepository, type Invitation, type QueuedInvitation } from './invitations.repository';
import { createInviting, statusOf } from './inviting';
import { createQuota } from './quota';
import { createSender } from './sender';
import { createSending } from './sending';

const DAY_MS = 24 * 3_600_000;
const DAYS = 7;

/** Who was asked to join: by whom, and what became of it. */
export const createInvitations = (strapi: Strapi) => {
  const config = strapi.config.get<TeamConfig>('plugin::roster.team', {});
  const repository = createInvitationsRepository(strapi);
  const send = createSending(strapi, config);
  const quota = createQuota(strapi, config);
  const expiry = (): Date => new Date(clockPort.of(strapi)().getTime() + (config.invitationDays ?? DAYS) * DAY_MS);

  const infosOf = async (invitations: readonly Invitation[]): Promise<InvitationInfo[]> => {
    const person = await peopleAmong(strapi, invitations.flatMap(({ invitedBy }) => invitedBy ?? []));
    const now = clockPort.of(strapi)();
    return invitations.map(({ documentId, email, member, role, book, invitedBy, createdAt, expiresAt, sentAt, mailError, sendAt, status }) => ({
      documentId,
      email,
      member,
      role,
      book: book?.length ?? 0,
      status: statusOf({ status, expiresAt }, now),
      invitedBy: invitedBy === null ? null : person(invitedBy),
      createdAt: iso(createdAt),
      expiresAt: iso(expiresAt),
      sentAt: sentAt === null ? null : iso(sentAt),
      mailError,
      isMailWaiting: status === 'pending' && sendAt !== null,
    }));
  };

  return {
    ...createInviting(strapi, { repository, send, expiry, quota, assert: createAssertions(strapi) }),
    ...createAccepting(strapi, repository),
    quota,
    sender: createSender(strapi, { repository, send, expiry }),
    mailsOf: repository.mailsOf,

    /** Writes invitations whose mails leave later, in the transaction that runs. */
    queue(list: readonly Pick<QueuedInvitation, 'email' | 'member' | 'role' | 'invitedBy' | 'job'>[]): Promise<void> {
      const now = clockPort.of(strapi)();
      const rest = { status: 'pending', expiresAt: expiry(), sendAt: now, createdAt: now, updatedAt: now } as const;
      return repository.insertMany(list.map((one) => ({ ...one, ...rest, documentId: createDocumentId() })));
    },

    /** One of them as it is shown. */
    show: (invitation: Invitation): Promise<InvitationInfo> => asSystem(async () => (await infosOf([invitation]))[0] as InvitationInfo),

    /** A page of them, newest first. */
    page: (query: InvitationsQuery): Promise<InvitationsPage> =>
      asSystem(async () => {
        const { page, pageSize } = query;
        const { invitations, total } = await repository.page(query, clockPort.of(strapi)());
        return { data: await infosOf(invitations), meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } } };
      }),
  };
};

export type Invitations = ReturnType<typeof createInvitations>;
