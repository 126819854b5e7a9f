import { z } from 'zod';

/** What is worth a look: `SINGLE_ADMIN`, one admin only; `MANY_ADMINS`, more than the site wants. */
export const NOTICES = ['SINGLE_ADMIN', 'MANY_ADMINS'] as const;

/** `GET …/roster/hygiene`: what of the team's administration is worth a look. */
export const hygieneResponse = z.strictObject({
  data: z.strictObject({
    notices: z.array(z.enum(NOTICES)),
    admins: z.strictObject({
      /** Who is an admin and can get in; Super Admins too. */
      active: z.number(),
      /** Above so many they are too many. */
      warnAbove: z.number(),
      list: z.array(
        z.strictObject({
          /** null: a Super Admin who has not come yet. */
          documentId: z.string().nullable(),
          name: z.string(),
          /** Whether one of his users can get in. */
          hasDoor: z.boolean(),
          /** Whether he is one without an end. */
          isLasting: z.boolean(),
          isSuperAdmin: z.boolean(),
        }),
      ),
    }),
    /** Roles that end within the days of the reminder, the next first. */
    ending: z.array(z.strictObject({ member: z.string(), name: z.string(), role: z.string(), endsAt: z.string() })),
  }),
});

export type HygieneInfo = z.infer<typeof hygieneResponse>['data'];
