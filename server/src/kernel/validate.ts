import type { z } from 'zod';
import { pathOf } from './config';
import { RosterError } from './errors';

const valid = <T>(schema: z.ZodType<T>, value: unknown, at: readonly string[]): T => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const extra = issue?.code === 'unrecognized_keys' ? [issue.keys[0] ?? ''] : [];
  throw new RosterError('VALIDATION_FAILED', issue?.message, { path: pathOf([...at, ...(issue?.path ?? []), ...extra]) });
};

/**
 * The `data` of a request, as its contract says.
 * @throws RosterError VALIDATION_FAILED with the path of the first field at fault
 */
export const validData = <T>(schema: z.ZodType<T>, body: unknown): T => valid(schema, (body as { data?: unknown } | undefined)?.data, ['data']);

/**
 * The query of a request, as its contract says.
 * @throws RosterError VALIDATION_FAILED with the name of the first parameter at fault
 */
export const validQuery = <T>(schema: z.ZodType<T>, query: unknown): T => valid(schema, query, []);
