import type { z } from 'zod';
import { RosterError } from './errors';
import { nearest } from './nearest';

const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, key) => {
    const name = String(key);
    if (/^[A-Za-z_$][\w$]*$/.test(name)) return text ? `${text}.${name}` : name;
    return `${text}[${typeof key === 'number' ? name : `'${name}'`}]`;
  }, '');

const keysOf = (schema: z.ZodType): string[] =>
  'shape' in schema ? Object.keys((schema as z.ZodObject).shape) : [];

/** One line per issue: where, what, and the nearest right name for a key that does not exist. */
const explain = (issue: z.core.$ZodIssue, schema: z.ZodObject): { path: string; message: string } => {
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const guess = issue.path.length === 0 ? nearest(key, keysOf(schema)) : undefined;
    return { path: pathOf([...issue.path, key]), message: `unknown key${guess ? `, did you mean "${guess}"?` : ''}` };
  }
  return { path: pathOf(issue.path), message: issue.message };
};

export const configError = (path: string, message: string): RosterError =>
  new RosterError('CONFIG_INVALID', `roster config: ${path}: ${message}`, { path });

/**
 * Strapi merges the user's config into `default` and throws the validator's result away, so that
 * defaults of lists and maps live in the schemas and are read through `parse`.
 */
export const createConfig = (schema: z.ZodObject) => ({
  default: {},
  validator(config: unknown): void {
    const result = schema.safeParse(config);
    if (result.success) return;
    const [first] = result.error.issues;
    if (!first) return;
    const { path, message } = explain(first, schema);
    throw configError(path, message);
  },
});

export { pathOf };
