import { z } from 'zod';
import { language, phone, picture, timezone } from './person';

/**
 * `PUT …/roster/me/profile`: what somebody says of himself. What is left out stays; null takes away. Address, role and
 * everything else of a member are not his to write here.
 */
export const profileRequest = z.strictObject({
  name: z.string().trim().min(1).max(191).optional(),
  phone: phone.nullable().optional(),
  timezone: timezone.nullable().optional(),
  language: language.nullable().optional(),
  picture: picture.nullable().optional(),
});

/** `GET …/roster/me/profile`, and the answer to a change of it. */
export const profileResponse = z.strictObject({
  data: z.strictObject({
    documentId: z.string(),
    email: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    timezone: z.string().nullable(),
    language: z.string().nullable(),
    /** As a `data:` address. */
    picture: z.string().nullable(),
  }),
});

/** Members whose pictures one request asks for. */
export const MOST_PICTURES = 100;

/** `GET …/roster/pictures`: pictures of many members at once, documentIds with commas between. */
export const picturesQuery = z.strictObject({
  members: z
    .string()
    .min(1)
    .transform((list) => [...new Set(list.split(','))])
    .pipe(z.array(z.string().min(1).max(64)).max(MOST_PICTURES)),
});

/** By documentId, as `data:` addresses; who has none is not there. */
export const picturesResponse = z.strictObject({ data: z.record(z.string(), z.string()) });

export type ProfileChanges = z.infer<typeof profileRequest>;
export type Profile = z.infer<typeof profileResponse>['data'];
export type Pictures = z.infer<typeof picturesResponse>['data'];
