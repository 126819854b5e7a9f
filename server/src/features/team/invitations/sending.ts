import { deliverMail } from '../../../host/mail';
import { panelPage } from '../../../host/panel';
import type { Strapi } from '../../../host/strapi';
import { clockPort } from '../../../kernel/clock';
import { accessOf } from '../../access';
import { membersOf } from '../../members';
import type { InvitationMailContext, TeamConfig } from '../config';
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

/** One invitation, and the secret of its link. */
export interface Outgoing {
  readonly invitation: Invitation;
  readonly secret: string;
}

/** Sends the mails of invitations, all at once, and says what became of each. After the commit: a mail can't be taken back. */
export const createSending = (strapi: Strapi, config: TeamConfig) => {
  /** What invitations say of others, read once for all of them. */
  const namesFor = async (list: readonly Outgoing[]) => {
    const inviters = await membersOf(strapi).among([...new Set(list.flatMap(({ invitation }) => invitation.invitedBy ?? []))]);
    return { labels: await accessOf(strapi).labels(), names: new Map(inviters.map(({ documentId, name }) => [documentId, name])) };
  };

  const sendOne = async (context: InvitationMailContext, secret: string): Promise<Delivery> => {
    try {
      await deliverMail(strapi, { to: context.email, ...(config.mail ?? invitationMail)(context) });
      return { sentAt: clockPort.of(strapi)(), mailError: null };
    } catch (error) {
      return { sentAt: null, mailError: (error as Error).message.replaceAll(secret, '…').slice(0, LONGEST_ERROR) };
    }
  };

  return async (list: readonly Outgoing[]): Promise<Delivery[]> => {
    const { labels, names } = await namesFor(list);
    return Promise.all(
      list.map(({ invitation: { email, role, invitedBy, expiresAt, ...invitation }, secret }) => {
        const language = invitation.language ?? config.language ?? 'en';
        // Behind `#`: browsers send it to no server, so that it is in no log of one.
        const link = `${addressOf(strapi, config)}#${secret}`;
        return sendOne({ email, link, invitedBy: names.get(invitedBy ?? '') ?? null, role: labels.in(role, language), language, expiresAt: new Date(expiresAt) }, secret);
      }),
    );
  };
};

export type Sending = ReturnType<typeof createSending>;
