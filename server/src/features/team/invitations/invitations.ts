import type { InvitationInfo, InvitationsPage, InvitationsQuery } from '../../../../../contracts/http-invitations';
import type { Strapi } from '../../../host/strapi';
import { clockPort } from '../../../kernel/clock';
import { asSystem } from '../../../kernel/frame';
import { peopleAmong } from '../../books';
import { createAssertions } from '../assertions';
import type { TeamConfig } from '../config';
import { createAccepting } from './accepting';
import { createInvitationsRepository, type Invitation } from './invitations.repository';
import { createInviting, statusOf } from './inviting';
import { createSending } from './sending';

const iso = (moment: Date | string): string => new Date(moment).toISOString();

/** Who was asked to join: by whom, and what became of it. */
export const createInvitations = (strapi: Strapi) => {
  const config = strapi.config.get<TeamConfig>('plugin::roster.team', {});
  const repository = createInvitationsRepository(strapi);
  const send = createSending(strapi, repository, config);

  const infosOf = async (invitations: readonly Invitation[]): Promise<InvitationInfo[]> => {
    const person = await peopleAmong(strapi, invitations.flatMap(({ invitedBy }) => invitedBy ?? []));
    const now = clockPort.of(strapi)();
    return invitations.map(({ documentId, email, member, role, book, invitedBy, createdAt, expiresAt, sentAt, mailError, status }) => ({
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
    }));
  };

  return {
    ...createInviting(strapi, { repository, send, config, assert: createAssertions(strapi) }),
    ...createAccepting(strapi, repository),

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
