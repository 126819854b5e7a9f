import { layOut, momentIn, oneLine, wordsIn } from '../../../kernel/mail';
import type { InvitationMail, InvitationMailContext } from '../config';
import { WORDS } from './words';

/** The mail that asks somebody to join: as text and as HTML, in his language. */
export const invitationMail = ({ link, invitedBy, role, language, expiresAt }: InvitationMailContext): InvitationMail => {
  const words = wordsIn(WORDS, language);
  const from = invitedBy === null ? null : oneLine(invitedBy);
  const moment = momentIn(words === WORDS.en ? 'en' : language, expiresAt);
  return layOut({
    subject: words.subject(from),
    lines: [words.greeting, words.asks(from, role)],
    button: { label: words.button, link },
    end: [words.until(moment), words.ignore],
  });
};
