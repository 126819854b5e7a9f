import { service } from '../../host/services';
import type { Strapi } from '../../host/strapi';
import type { WaysInConfig } from './config';
import { createDomainJoining } from './joining';
import { createWaysInMails } from './mails';
import { createSettings } from './settings';
import { createSignInLinks } from './sign-in-links';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How people get in besides by an invitation and a password. */
export const createWaysInService = ({ strapi }: { strapi: Strapi }) => {
  const config = strapi.config.get<WaysInConfig>('plugin::roster.waysIn', {});
  const settings = createSettings(strapi, config);
  const mails = createWaysInMails(strapi, config);
  return {
    settings,
    joining: createDomainJoining(strapi, { settings, mails, lastsMs: (config.joinHours ?? 24) * HOUR_MS }),
    links: createSignInLinks(strapi, { settings, mails, lastsMs: (config.linkMinutes ?? 10) * MINUTE_MS }),
  };
};

export type WaysInService = ReturnType<typeof createWaysInService>;

export const waysInOf = service<WaysInService>('waysIn');
