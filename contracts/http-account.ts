import { z } from 'zod';
import { RESTRICTIONS } from './http-members';
import { emailAddress, password } from './person';

/** A password that is there already: whatever rules it was made by. */
const knownPassword = z.string().min(1).max(1_000);

const token = z.string().min(20).max(200);

/** `POST …/roster/me/email`: a link is sent to the new address, and nothing changes until it is opened. */
export const changeEmailRequest = z.strictObject({ email: emailAddress, password: knownPassword });

/** `POST …/roster/email/preview` and `/confirm` (public): the secret of such a link. */
export const confirmEmailRequest = z.strictObject({ token });

export const confirmEmailResponse = z.strictObject({ data: z.strictObject({ email: z.string() }) });

/** `PUT …/roster/me/password`. */
export const changePasswordRequest = z.strictObject({ current: knownPassword, password });

/** `POST …/roster/me/leave`: said in so many words, so that nobody leaves by mistake. */
export const leaveRequest = z.strictObject({ leave: z.literal(true) });

/** `GET …/roster/me/account`: where one belongs, and what one has access to. */
export const accountResponse = z.strictObject({
  data: z.strictObject({
    organisation: z.strictObject({
      name: z.string(),
      /** When one was added to the team. */
      since: z.string(),
      doors: z.strictObject({ panel: z.boolean(), api: z.boolean() }),
      /** Those that decide now, with where each comes from and until when it counts. */
      roles: z.array(z.strictObject({ key: z.string(), label: z.record(z.string(), z.string()), source: z.string().nullable(), endsAt: z.string().nullable() })),
    }),
    access: z.strictObject({
      restriction: z.enum(RESTRICTIONS),
      territories: z.array(z.strictObject({ key: z.string(), name: z.string() })),
      /** Content types whose records have owners, with how many of them are one's own in which way. */
      books: z.array(z.strictObject({ type: z.string(), displayName: z.string(), owned: z.number(), coOwned: z.number(), shared: z.number() })),
    }),
  }),
});

export type AccountInfo = z.infer<typeof accountResponse>['data'];

