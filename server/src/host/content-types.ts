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
  const i18n = strapi.plugin('i18n') as { service(name: string): unknown } | undefined;
  if (!i18n) return undefined;
  const localized = (i18n.service('content-types') as LocalizedTypes).isLocalizedContentType(strapi.getModel(uid as never));
  return localized ? (i18n.service('locales') as Locales).getDefaultLocale() : undefined;
};
