import { sendMail } from '../../host/mail';
import { panelPage } from '../../host/panel';
import type { Strapi } from '../../host/strapi';
import { clockPort } from '../../kernel/clock';
import { layOut, momentIn, wordsIn, type Letter } from '../../kernel/mail';
import type { WaysInConfig } from './config';
import { WORDS } from './words';

const JOIN_PAGE = '/auth/roster/join';
const SIGN_IN_PAGE = '/auth/roster/sign-in';

interface Addressee {
  readonly email: string;
  readonly language: string;
  readonly secret: string;
  readonly lastsMs: number;
}

type Words = (typeof WORDS)['en'];

/** Mails with a link that lets somebody in. */
export const createWaysInMails = (strapi: Strapi, { joinUrl, signInUrl }: WaysInConfig) => {
  const send = async ({ email, language, secret, lastsMs }: Addressee, page: string, say: (words: Words) => Pick<Letter, 'subject' | 'lines'> & { readonly label: string }): Promise<void> => {
    const words = wordsIn(WORDS, language);
    const { subject, lines, label } = say(words);
    const moment = momentIn(words === WORDS.en ? 'en' : language, new Date(clockPort.of(strapi)().getTime() + lastsMs));
    // Behind `#`: browsers send it to no server, so that it is in no log of one.
    const letter = { subject, lines: [words.greeting, ...lines], button: { label, link: `${page}#${secret}` }, end: [words.until(moment), words.ignore] };
    await sendMail(strapi, { to: email, ...layOut(letter) });
  };

  return {
    join: (to: Addressee): Promise<void> =>
      send(to, joinUrl ?? panelPage(strapi, JOIN_PAGE), (words) => ({ subject: words.joinSubject, lines: [words.join], label: words.joinButton })),

    signIn: (to: Addressee, door: 'panel' | 'api', device: string | null): Promise<void> =>
      send(to, door === 'panel' ? panelPage(strapi, SIGN_IN_PAGE) : (signInUrl ?? panelPage(strapi, SIGN_IN_PAGE)), (words) => ({
        subject: words.linkSubject,
        lines: [words.link(device ?? words.someDevice)],
        label: words.linkButton,
      })),
  };
};

export type WaysInMails = ReturnType<typeof createWaysInMails>;
