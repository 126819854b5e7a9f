import type { z } from 'zod';
import { pathOf } from './config';
import { RosterError } from './errors';

/**
 * The `data` of a request, as its contract says.
 * @throws RosterError VALIDATION_FAILED with the path of the first field at fault
 */
export const validData = <T>(schema: z.ZodType<T>, body: unknown): T => {
  const result = schema.safeParse((body as { data?: unknown } | undefined)?.data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const extra = issue?.code === 'unrecognized_keys' ? [issue.keys[0] ?? ''] : [];
  throw new RosterError('VALIDATION_FAILED', issue?.message, { path: pathOf(['data', ...(issue?.path ?? []), ...extra]) });
};
