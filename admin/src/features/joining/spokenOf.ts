import { LANGUAGES } from '../invitations/languages';

/** The language that is wanted, as far as there are words in it. */
export const spokenOf = (wanted: string): string => LANGUAGES.find(({ value }) => wanted.toLowerCase().startsWith(value))?.value ?? 'en';
