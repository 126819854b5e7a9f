import { sendMail } from '../../host/mail';
import { panelPage } from '../../host/panel';
import type { Strapi } from '../../host/strapi';
import { clockPort } from '../../kernel/clock';
import { layOut, momentIn, wordsIn } from '../../kernel/mail';
import type { Member } from '../members';
import type { AccountConfig } from './config';
import { WORDS } from './words';

/** The panel's own page, where a site has no other. */
const PANEL_PAGE = '/auth/roster/email';

/** Mails about an address that changes: to the new one, which has to be confirmed, and to the old one, which is to know. */
export const createEmailMails = (strapi: Strapi, { emailUrl }: AccountConfig, lastsMs: number) => ({
  async confirm({ language }: Member, email: string, secret: string): Promise<void> {
    const words = wordsIn(WORDS, language ?? 'en');
    const moment = momentIn(words === WORDS.en ? 'en' : (language ?? 'en'), new Date(clockPort.of(strapi)().getTime() + lastsMs));
    // Behind `#`: browsers send it to no server, so that it is in no log of one.
    const button = { label: words.button, link: `${emailUrl ?? panelPage(strapi, PANEL_PAGE)}#${secret}` };
    await sendMail(strapi, { to: email, ...layOut({ subject: words.confirmSubject, lines: [words.greeting, words.confirm(email)], button, end: [words.until(moment), words.ignore] }) });
  },

  async notice({ email, language }: Member): Promise<void> {
    const words = wordsIn(WORDS, language ?? 'en');
    await sendMail(strapi, { to: email, ...layOut({ subject: words.noticeSubject, lines: [words.greeting, words.notice], end: [words.notYou] }) });
  },
});

export type EmailMails = ReturnType<typeof createEmailMails>;
