import type { Strapi } from './strapi';

/** What a site sends mails with; undefined where it has no email plugin. */
export const mailProvider = (strapi: Strapi): string | undefined => (strapi.plugin('email') ? strapi.config.get<string>('plugin::email.provider', '') : undefined);

/** The address at which browsers find the panel, as far as the site says one. */
export const panelAddress = (strapi: Strapi): string => strapi.config.get<string>('admin.absoluteUrl', '');

/** Whether the host can keep secrets in its database. */
export const hasEncryptionKey = (strapi: Strapi): boolean => Boolean(strapi.config.get('admin.secrets.encryptionKey', ''));
