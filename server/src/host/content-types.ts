import { contentTypes } from '@strapi/utils';
import type { Strapi } from './strapi';

/** Whether records of a type have drafts and published versions. */
export const hasDrafts = (strapi: Strapi, uid: string): boolean => contentTypes.hasDraftAndPublish(strapi.getModel(uid as never));

interface Locales {
  getDefaultLocale(): Promise<string>;
}

interface LocalizedTypes {
  isLocalizedContentType(model: unknown): boolean;
}

/** The locale that a write without one is about; undefined for a type without locales. */
export const defaultLocaleOf = async (strapi: Strapi, uid: string): Promise<string | undefined> => {
  if (!isLocalized(strapi, uid)) return undefined;
  return (strapi.plugin('i18n').service('locales') as unknown as Locales).getDefaultLocale();
};

interface NestedFields {
  getNestedFields(model: unknown, options: { components: unknown }): string[];
}

/** The fields of a type as rights of the panel name them: those of components by their path (`address.city`). */
export const fieldPathsOf = (strapi: Strapi, uid: string): string[] =>
  (strapi.service('admin::content-type') as unknown as NestedFields).getNestedFields(strapi.getModel(uid as never), { components: strapi.components });

/** Whether records of a type have locales. */
export const isLocalized = (strapi: Strapi, uid: string): boolean => {
  const i18n = strapi.plugin('i18n') as { service(name: string): unknown } | undefined;
  return i18n !== undefined && (i18n.service('content-types') as LocalizedTypes).isLocalizedContentType(strapi.getModel(uid as never));
};

/** The attribute by which people know a record of a type: its name or title, else its first text. */
export const titleFieldOf = (strapi: Strapi, uid: string): string => {
  const { attributes } = strapi.getModel(uid as never) as unknown as { attributes: Record<string, { type: string }> };
  const texts = Object.keys(attributes).filter((name) => attributes[name]?.type === 'string');
  return ['name', 'title'].find((name) => texts.includes(name)) ?? texts[0] ?? 'documentId';
};

/** What a type is called in the panel. */
export const displayNameOf = (strapi: Strapi, uid: string): string => strapi.contentTypes[uid as keyof typeof strapi.contentTypes]?.info.displayName ?? uid;
