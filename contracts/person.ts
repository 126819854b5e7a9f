import { z } from 'zod';

/** As it is written to. */
export const emailAddress = z.string().trim().max(191).pipe(z.email({ message: 'This is no e-mail address.' }));

/** An IANA time zone, `Europe/Madrid`. */
export const timezone = z.string().max(64).refine(
  (zone) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
    } catch {
      return false;
    }
  },
  { message: 'This is no IANA time zone, like Europe/Madrid.' },
);

/** A language tag (BCP 47), `es` or `pt-BR`. */
export const language = z.string().max(16).regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { message: 'This is no language tag, like es or pt-BR.' });

/** bcrypt reads 72 bytes; what is longer would be cut in silence. */
const MOST_BYTES = 72;

/** In UTF-8. Half of a pair of surrogates has no length there. */
const bytesOf = (text: string): number => {
  try {
    return encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, '.').length;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
};

/** The host's own rules for passwords of its panel, and its hash's limit. */
export const password = z
  .string()
  .min(8, { message: 'Eight characters at least.' })
  .regex(/[a-z]/, { message: 'One small letter at least.' })
  .regex(/[A-Z]/, { message: 'One capital letter at least.' })
  .regex(/\d/, { message: 'One digit at least.' })
  .refine((text) => bytesOf(text) <= MOST_BYTES, { message: `${MOST_BYTES} bytes at most.` });

/** A telephone number, as people write it: `+34 600 123 456`. */
export const phone = z.string().trim().max(32).regex(/^\+?[\d\s().\/-]*\d[\d\s().\/-]*$/, { message: 'This is no telephone number, like +34 600 123 456.' });

/** Bytes of a picture, and the letters that they are in base64. */
const MOST_PICTURE_BYTES = 150_000;

/** A PNG, JPEG or WebP, of 1024 pixels a side at most, in base64. What it is, its bytes say. */
export const picture = z.base64({ message: 'This is no base64.' }).min(1).max(Math.ceil(MOST_PICTURE_BYTES / 3) * 4, { message: `${MOST_PICTURE_BYTES} bytes at most.` });
