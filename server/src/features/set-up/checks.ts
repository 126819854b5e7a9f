import type { SetUpCheck } from '../../../../contracts/http-set-up';
import { hasEncryptionKey, mailProvider, panelAddress } from '../../host/site-settings';
import type { Strapi } from '../../host/strapi';

interface Settings {
  readonly team?: { readonly url?: string };
  readonly audit?: { readonly key?: string };
}

/** The host's own provider, which hands mails to receivers directly, and is refused by most. */
const DIRECT = ['', 'sendmail'];

const isReachable = (address: string): boolean => {
  try {
    const { hostname } = new URL(address);
    return !['localhost', '127.0.0.1', '[::1]', '0.0.0.0'].includes(hostname);
  } catch {
    return false;
  }
};

/** What a site relies on once people are invited and the log is kept. None of it keeps anybody from going on. */
export const checksOf = (strapi: Strapi): SetUpCheck[] => {
  const { team, audit } = strapi.config.get('plugin::roster', {}) as Settings;
  const provider = mailProvider(strapi);
  return [
    { key: 'mail-provider', isGood: provider !== undefined && !DIRECT.includes(provider) },
    { key: 'public-url', isGood: isReachable(team?.url ?? panelAddress(strapi)) },
    { key: 'encryption-key', isGood: hasEncryptionKey(strapi) },
    { key: 'audit-key', isGood: audit?.key !== undefined },
  ];
};
