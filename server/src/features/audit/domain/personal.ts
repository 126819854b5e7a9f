import { hash } from 'node:crypto';
import { canonicalJson } from './canonical-json';

/**
 * What may have to be forgotten, apart from what is sealed: the sealed text holds its salted hash alone. Taken
 * away, it is gone for good, since a salt that nobody has keeps the hash from being guessed; and the seal holds.
 */
export const separatePersonal = (values: Readonly<Record<string, string | undefined>>, salt: string): { readonly text: string; readonly hash: string } => {
  const text = canonicalJson({ ...values, salt });
  return { text, hash: hashOfPersonal(text) };
};

export const hashOfPersonal = (text: string): string => hash('sha256', text, 'base64');
