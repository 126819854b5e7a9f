import { z } from 'zod';

const territory = z.strictObject({
  /** What records name it by. It stays. */
  key: z.string(),
  name: z.string(),
  /** How many members have it. */
  members: z.number(),
});

/** `GET …/roster/territories`: all of them, by name. */
export const territoriesResponse = z.strictObject({ data: z.array(territory) });

/** What making or renaming one answers. */
export const territoryResponse = z.strictObject({ data: territory });

export type TerritoryInfo = z.infer<typeof territory>;
