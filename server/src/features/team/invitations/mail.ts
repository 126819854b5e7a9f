import type { InvitationMail, InvitationMailContext } from '../config';
import { momentIn } from '../moment-in';
import { WORDS } from './words';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Names come from people: in HTML they are text, whatever is in them. */
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** A name in a subject is one line: what comes behind a line break would be a header. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const paragraph = (text: string): string => `<p style="margin:0 0 16px">${escape(text)}</p>`;

/** The mail that asks somebody to join: as text and as HTML, in his language. */
export const invitationMail = ({ link, invitedBy, role, language, expiresAt }: InvitationMailContext): InvitationMail => {
  const [base = 'en'] = language.split('-');
  const words = WORDS[base] ?? WORDS.en;
  const from = invitedBy === null ? null : oneLine(invitedBy);
  const moment = momentIn(base in WORDS ? language : 'en', expiresAt);
  const lines = [words.greeting, words.asks(from, role)];
  const end = [words.until(moment), words.ignore];
  const button = `<p style="margin:0 0 16px"><a href="${escape(link)}" style="display:inline-block;padding:12px 20px;border-radius:4px;background:#4945ff;color:#ffffff;text-decoration:none;font-weight:bold">${escape(words.button)}</a></p>`;
  return {
    subject: words.subject(from),
    text: [...lines, `${words.button}:\n${link}`, ...end].join('\n\n'),
    html: `<div style="font:15px/1.5 sans-serif;color:#32324d;max-width:480px">${lines.map(paragraph).join('')}${button}${end.map(paragraph).join('')}</div>`,
  };
};
