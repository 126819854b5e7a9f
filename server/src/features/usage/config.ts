import { z } from 'zod';

/**
 * What is counted of who uses which cells of the matrix.
 *
 * - `keepDays`: counts of older days are removed, so many days after. Default 400: a year, and time to look at it.
 *
 * @default kept for 400 days
 */
const usage = z.strictObject({
  keepDays: z.number().int().min(1).max(3_650).optional(),
});

export const usageConfig = { usage: usage.optional() } as const;

export type UsageConfig = z.output<typeof usage>;
