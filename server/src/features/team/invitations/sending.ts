import { deliverMail } from '../../../host/mail';
import type { Strapi } from '../../../host/strapi';
import { clockPort } from '../../../kernel/clock';
import { asSystem } from '../../../kernel/frame';
import { membersOf } from '../../members';
import type { TeamConfig } from '../config';
import { labelOf } from '../label-of';
import { invitationMail } from './mail';
import type { Invitation, InvitationsRepository } from './invitations.repository';

/** The panel's own page, where a site has no other. */
const PANEL_PAGE = '/auth/roster/accept';

const LONGEST_ERROR = 255;

const addressOf = (strapi: Strapi, { url }: TeamConfig): string => url ?? `${strapi.config.get<string>('admin.absoluteUrl', '').replace(/\/$/, '')}${PANEL_PAGE}`;

/** Sends the mail of an invitation, and notes whether it left: one that did not is to be seen, and to be sent again. */
export const createSending = (strapi: Strapi, repository: InvitationsRepository, config: TeamConfig) => {
  /** After the commit: a mail can't be taken back. */
  return async ({ documentId, email, role, invitedBy, language, expiresAt }: Invitation, secret: string): Promise<void> => {
    const tongue = language ?? config.language ?? 'en';
    const inviter = invitedBy === null ? null : await membersOf(strapi).find(invitedBy);
    // Behind `#`: browsers send it to no server, so that it is in no log of one.
    const link = `${addressOf(strapi, config)}#${secret}`;
    const context = { email, link, invitedBy: inviter?.name ?? null, role: await labelOf(strapi, role, tongue), language: tongue, expiresAt: new Date(expiresAt) };
    const note = (values: { sentAt: Date | null; mailError: string | null }) => asSystem(() => repository.update(documentId, values));
    try {
      await deliverMail(strapi, { to: email, ...(config.mail ?? invitationMail)(context) });
      await note({ sentAt: clockPort.of(strapi)(), mailError: null });
    } catch (error) {
      await note({ sentAt: null, mailError: (error as Error).message.replaceAll(secret, '…').slice(0, LONGEST_ERROR) });
    }
  };
};

export type Sending = ReturnType<typeof createSending>;
