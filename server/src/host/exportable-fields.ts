import { OWNER_ATTRIBUTE } from '../kernel/owner-attribute';
import type { Strapi } from './strapi';

/** One value each; what is deeper than that is no column. */
const PLAIN = new Set(['string', 'text', 'richtext', 'email', 'uid', 'enumeration', 'integer', 'biginteger', 'decimal', 'float', 'boolean', 'date', 'datetime', 'time', 'timestamp', 'json']);

interface Attribute {
  readonly type: string;
  readonly private?: boolean;
}

/** The fields of a type that make a table: in the order of its schema, none of them private. */
export const exportableFields = (strapi: Strapi, uid: string): string[] => {
  const { attributes } = strapi.getModel(uid as never) as unknown as { attributes: Record<string, Attribute> };
  return Object.keys(attributes).filter((name) => name !== OWNER_ATTRIBUTE && name !== 'documentId' && PLAIN.has(attributes[name]?.type ?? '') && !attributes[name]?.private);
};
