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
