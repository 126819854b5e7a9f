import { fieldCatalogue } from './field-catalogue';
import type { Strapi } from './strapi';

/** Types of the host's users: those of its APIs, and those of its panel. */
export const USER_TYPES = ['plugin::users-permissions.user', 'admin::user'] as const;
export type UserType = (typeof USER_TYPES)[number];

/** A field that may say whose a record is: a relation to users, or a text with an address in it. */
export interface OwnerField {
  readonly path: string;
  readonly users?: UserType;
}

interface Attribute {
  readonly type: string;
  readonly target?: string;
}

const TEXTS = new Set(['email', 'string', 'text']);

const attributesOf = (strapi: Strapi, uid: string) => Object.entries((strapi.getModel(uid as never) as unknown as { attributes: Record<string, Attribute> }).attributes);

/** Fields of a type that may say whose a record is; who created it in the panel is one of them. */
export const ownerFields = (strapi: Strapi, uid: string): OwnerField[] => {
  const users = attributesOf(strapi, uid).flatMap(([path, { target }]): OwnerField[] => {
    const type = USER_TYPES.find((one) => one === target);
    return type === undefined || path === 'updatedBy' ? [] : [{ path, users: type }];
  });
  // Private ones too: they are read here, and never shown.
  const own = attributesOf(strapi, uid).filter(([name, { type }]) => TEXTS.has(type) && name !== 'locale').map(([path]) => ({ path }));
  const nested = [...fieldCatalogue(strapi, uid)].filter(([path, { kind }]) => kind === 'text' && path.includes('.')).map(([path]) => ({ path }));
  return [...users, ...own, ...nested];
};

const KEY_TYPES = new Set(['uid', 'string', 'email', 'integer', 'biginteger']);

/** Fields of a type by which a record may be known elsewhere, its documentId first. */
export const keyFields = (strapi: Strapi, uid: string): string[] => [
  'documentId',
  ...attributesOf(strapi, uid).filter(([name, { type }]) => KEY_TYPES.has(type) && !['documentId', 'locale'].includes(name)).map(([name]) => name),
];
