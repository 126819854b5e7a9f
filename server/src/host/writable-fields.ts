import { OWNER_ATTRIBUTE } from '../kernel/owner-attribute';
import type { Strapi } from './strapi';

/** Fields that the host writes by itself, or that say nothing about a record's content. */
const ADDED = new Set(['documentId', 'createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy', 'locale', 'localizations', OWNER_ATTRIBUTE]);

/** The fields of a type that people fill: no passwords, and none that the host adds. */
export const writableFields = (strapi: Strapi, uid: string): string[] => {
  const { attributes } = strapi.getModel(uid as never) as unknown as { attributes: Record<string, { type: string }> };
  return Object.keys(attributes).filter((name) => !ADDED.has(name) && attributes[name]?.type !== 'password');
};
