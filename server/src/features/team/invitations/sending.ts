import { deliverMail } from '../../../host/mail';
import { panelPage } from '../../../host/panel';
import type { Strapi } from '../../../host/strapi';
import { clockPort } from '../../../kernel/clock';
import { membersOf } from '../../members';
import type { TeamConfig } from '../config';
import { labelOf } from '../label-of';
import { invitationMail } from './mail';
import type { Invitation } from './invitations.repository';

/** The panel's own page, where a site has no other. */
const PANEL_PAGE = '/auth/roster/accept';

const LONGEST_ERROR = 255;

const addressOf = (strapi: Strapi, { url }: TeamConfig): string => url ?? panelPage(strapi, PANEL_PAGE);

/** What became of a mail: one that did not leave is to be seen, and to be sent again. */
export interface Delivery {
  readonly sentAt: Date | null;
  /** Why it did not leave. */
  readonly mailError: string | null;
}

/** Sends the mail of an invitation, and says what became of it. After the commit: a mail can't be taken back. */
export const createSending = (strapi: Strapi, config: TeamConfig) =>
  async ({ email, role, invitedBy, language, expiresAt }: Invitation, secret: string): Promise<Delivery> => {
    const tongue = language ?? config.language ?? 'en';
    const inviter = invitedBy === null ? null : await membersOf(strapi).find(invitedBy);
    // Behind `#`: browsers send it to no server, so that it is in no log of one.
    const link = `${addressOf(strapi, config)}#${secret}`;
    const context = { email, link, invitedBy: inviter?.name ?? null, role: await labelOf(strapi, role, tongue), language: tongue, expiresAt: new Date(expiresAt) };
    try {
      await deliverMail(strapi, { to: email, ...(config.mail ?? invitationMail)(context) });
      return { sentAt: clockPort.of(strapi)(), mailError: null };
    } catch (error) {
      return { sentAt: null, mailError: (error as Error).message.replaceAll(secret, '…').slice(0, LONGEST_ERROR) };
    }
  };

export type Sending = ReturnType<typeof createSending>;
