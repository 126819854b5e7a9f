import type { FieldKind } from '../../../contracts/conditions';
import { OWNER_ATTRIBUTE } from '../kernel/owner-attribute';
import type { Strapi } from './strapi';

export interface ModelField {
  readonly kind: FieldKind;
  readonly values?: readonly string[];
  readonly target?: string;
}

interface Attribute {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly target?: string;
  readonly component?: string;
  readonly private?: boolean;
}

const KIND_OF: Readonly<Record<string, FieldKind>> = {
  string: 'text', text: 'text', richtext: 'text', email: 'text', uid: 'text',
  integer: 'number', biginteger: 'number', decimal: 'number', float: 'number',
  boolean: 'boolean',
  date: 'date', datetime: 'date',
  enumeration: 'enum',
};

/** Fields that the host adds to every type. */
const ADDED = new Set(['createdBy', 'updatedBy', 'localizations', 'locale', 'publishedAt', OWNER_ATTRIBUTE]);

const attributesOf = (model: unknown): [string, Attribute][] =>
  Object.entries((model as { attributes: Record<string, Attribute> }).attributes).filter(([name, attribute]) => !ADDED.has(name) && !attribute.private);

const plain = (prefix: string, [name, attribute]: [string, Attribute]): [string, ModelField][] => {
  const kind = KIND_OF[attribute.type];
  if (!kind) return [];
  return [[`${prefix}${name}`, { kind, ...(attribute.enum && { values: [...attribute.enum] }) }]];
};

/**
 * What of a type can be asked by a path: its own fields, those of its components (`address.city`), its relations
 * (`segment`) and the fields of what they lead to (`segment.name`). Passwords, private fields, media and JSON are left out.
 */
export const fieldCatalogue = (strapi: Strapi, uid: string): ReadonlyMap<string, ModelField> => {
  const nested = (prefix: string, model: unknown) => attributesOf(model).flatMap((entry) => plain(prefix, entry));
  const fieldsOf = ([name, attribute]: [string, Attribute]): [string, ModelField][] => {
    if (attribute.type === 'component' && attribute.component) return nested(`${name}.`, strapi.components[attribute.component as never]);
    if (attribute.type === 'relation' && attribute.target?.startsWith('api::')) {
      return [[name, { kind: 'relation', target: attribute.target }], ...nested(`${name}.`, strapi.getModel(attribute.target as never))];
    }
    return plain('', [name, attribute]);
  };
  return new Map(attributesOf(strapi.getModel(uid as never)).flatMap(fieldsOf));
};
