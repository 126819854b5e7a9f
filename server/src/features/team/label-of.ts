import type { Strapi } from '../../host/strapi';
import { accessOf } from '../access';

/** What a role is called in a language, or in English, or by its key. */
export const labelOf = async (strapi: Strapi, key: string, language: string): Promise<string> => {
  const label = (await accessOf(strapi).roles()).find((role) => role.key === key)?.label;
  const [base = 'en'] = language.split('-');
  return label?.[language] ?? label?.[base] ?? label?.['en'] ?? key;
};
