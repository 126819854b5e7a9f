import { PLUGIN_ID } from '../plugin-id';

export interface Locale {
  readonly locale: string;
  readonly data: Record<string, string>;
}

type Texts = Record<string, string>;

const FILES: Readonly<Record<string, () => Promise<{ default: Texts }>>> = {
  en: () => import('./en.json'),
  de: () => import('./de.json'),
  es: () => import('./es.json'),
  fr: () => import('./fr.json'),
};

/** Texts under the plugin's prefix. A language that we don't speak has none: then the English defaults stand. */
export const loadTranslations = async (locale: string): Promise<Locale> => {
  const file = FILES[locale];
  const texts = file ? (await file()).default : {};
  return { locale, data: Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text])) };
};
