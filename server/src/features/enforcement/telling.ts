import { isDeepStrictEqual } from 'node:util';
import { titleFieldOf } from '../../host/content-types';
import { writableFields } from '../../host/writable-fields';
import { recordValues, type RecordValues } from '../../host/record-values';
import type { Strapi } from '../../host/strapi';
import type { Binding } from '../../kernel/binding';
import type { DocumentContext } from './domain/document-actions';

type Details = Readonly<Record<string, unknown>>;

/** Which values of a record a write may change: those that it names, or, where it names none, all. */
const fieldsOf = (strapi: Strapi, { type, audit }: Binding, { action, params }: DocumentContext): string[] => {
  if (audit !== 'changes') return [];
  const all = writableFields(strapi, type);
  return action === 'create' || action === 'update' ? all.filter((name) => params.data && name in params.data) : all;
};

/** A value as it is told: a related record by its documentId, a component without the id of its row. */
const told = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(told);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value ?? null;
  const { id: _row, documentId, ...rest } = value as Record<string, unknown>;
  return typeof documentId === 'string' ? documentId : Object.fromEntries(Object.entries(rest).map(([name, member]) => [name, told(member)]));
};

const changesOf = (fields: readonly string[], before: RecordValues | undefined, after: RecordValues | undefined): object[] =>
  fields
    .map((field) => ({ field, before: told(before?.[field]), after: told(after?.[field]) }))
    .filter(({ before: was, after: is }) => !isDeepStrictEqual(was, is));

/**
 * What the audit log is told of a write besides that it was: the name of what is deleted, which nobody can look up
 * any more; and, where the binding asks for it, the values before and after. It reads before the write, and tells after it.
 */
export const createTelling = (strapi: Strapi) => async (binding: Binding, context: DocumentContext): Promise<(record: string) => Promise<Details | undefined>> => {
  const fields = fieldsOf(strapi, binding, context);
  const title = titleFieldOf(strapi, binding.type);
  const read = async (record: string | undefined, names: readonly string[]) => (record === undefined || names.length === 0 ? undefined : (await recordValues(strapi, binding.type, [record], names))[0]);
  const isDelete = context.action === 'delete';
  const before = await read(context.action === 'create' || context.action === 'clone' ? undefined : context.params.documentId, isDelete ? [...fields, title] : fields);
  return async (record) => {
    const changes = changesOf(fields, before, isDelete ? undefined : await read(record, fields));
    if (!isDelete && fields.length === 0) return undefined;
    return { ...(isDelete && { name: before?.[title] ?? null }), ...(fields.length > 0 && { changes }) };
  };
};

export type Telling = ReturnType<typeof createTelling>;
