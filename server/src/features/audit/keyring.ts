import type { Strapi } from '../../host/strapi';
import type { AuditConfig } from './config';
import { createKeyring, type Keyring } from './domain/keys';

export const auditConfigOf = (strapi: Strapi): AuditConfig => strapi.config.get<AuditConfig | undefined>('plugin::roster.audit') ?? {};

const ORIGIN = 'roster';

/** The configured secrets, or else those of the site, of which the host too signs with the first and verifies with all. */
export const keyringOf = (strapi: Strapi): Keyring => {
  const { key, earlierKeys = [], origin = ORIGIN } = auditConfigOf(strapi);
  const ofSite = strapi.config.get<string[]>('server.app.keys', []).map((secret) => `of the site: ${secret}`);
  const [first = 'of the site: ', ...rest] = key === undefined ? ofSite : [key, ...earlierKeys, ...ofSite];
  return createKeyring([first, ...rest], origin);
};
