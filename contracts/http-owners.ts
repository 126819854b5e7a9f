import { z } from 'zod';

const person = z.strictObject({
  documentId: z.string(),
  /** null for somebody who is gone. */
  name: z.string().nullable(),
  status: z.string().nullable(),
});

const owners = z.strictObject({ owner: person.nullable(), coOwners: z.array(person) });

/** `GET …/roster/records/:type/:documentId/owner`, and what every change of owners answers. */
export const ownersResponse = z.strictObject({ data: owners });

export type Owners = z.infer<typeof owners>;
