/** Text that is kept per language: the panel's own, else its base language, else English. */
export const localize = (text: Readonly<Record<string, string>>, locale: string): string =>
  text[locale] ?? text[locale.split('-')[0] ?? ''] ?? text['en'] ?? '';
