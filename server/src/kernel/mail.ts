/** The parts of a mail with one thing to do, in words. */
export interface Letter {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly button?: { readonly label: string; readonly link: string };
  readonly end: readonly string[];
}

export interface LaidOut {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Names come from people: in HTML they are text, whatever is in them. */
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** A name in a subject is one line: what comes behind a line break would be a header. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const MOMENT = { year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC', timeZoneName: 'short' } as const;

/** More than a team speaks. */
const MOST_LANGUAGES = 100;

const formats = new Map<string, Intl.DateTimeFormat>();

/** To make one takes longer than all the rest of a mail. */
const formatIn = (language: string): Intl.DateTimeFormat => {
  const known = formats.get(language) ?? new Intl.DateTimeFormat(language, MOMENT);
  if (formats.size >= MOST_LANGUAGES) formats.clear();
  formats.set(language, known);
  return known;
};

/** A moment as it is written in a mail, whose reader may be anywhere. */
export const momentIn = (language: string, moment: Date): string => formatIn(language).format(moment);

const paragraph = (text: string): string => `<p style="margin:0 0 16px">${escape(text)}</p>`;

const BUTTON = 'display:inline-block;padding:12px 20px;border-radius:4px;background:#4945ff;color:#ffffff;text-decoration:none;font-weight:bold';

/** A mail as text and as HTML. */
export const layOut = ({ subject, lines, button, end }: Letter): LaidOut => {
  const link = button ? `<p style="margin:0 0 16px"><a href="${escape(button.link)}" style="${BUTTON}">${escape(button.label)}</a></p>` : '';
  return {
    subject: oneLine(subject),
    text: [...lines, ...(button ? [`${button.label}:\n${button.link}`] : []), ...end].join('\n\n'),
    html: `<div style="font:15px/1.5 sans-serif;color:#32324d;max-width:480px">${lines.map(paragraph).join('')}${link}${end.map(paragraph).join('')}</div>`,
  };
};

/** The words of a language, or those of the one that it is a kind of, or English. */
export const wordsIn = <T>(words: Readonly<Record<string, T>> & { readonly en: T }, language: string): T => words[language.split('-')[0] ?? 'en'] ?? words.en;
