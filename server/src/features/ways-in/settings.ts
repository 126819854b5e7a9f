import { domainToASCII } from 'node:url';
import { refusalOfDomain } from '../../../../contracts/email-domains';
import type { DomainJoining, DomainJoiningInput, SignInLinks } from '../../../../contracts/http-ways-in';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { auditActor, type Actor } from '../../kernel/actor';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { recordPort } from '../../kernel/record';
import { accessOf } from '../access';
import { createAssertions } from '../team';
import type { WaysInConfig } from './config';
import { createSettingsRepository, type Settings } from './settings.repository';

/** As mail names it (RFC 5891): in small letters of ASCII. */
const inAscii = (domain: string): string => domainToASCII(domain) || domain.toLowerCase();

const assertCompany = (domain: string, at: number): void => {
  const reason = refusalOfDomain(domain);
  if (reason !== undefined) throw new RosterError('DOMAIN_REFUSED', undefined, { path: `data.domains[${at}]`, reason });
};

/** Which ways in are open, and for whom. */
export const createSettings = (strapi: Strapi, config: WaysInConfig) => {
  const repository = createSettingsRepository(strapi);
  const assert = createAssertions(strapi);

  const change = <Key extends keyof Settings>(key: Key, actor: Actor, value: Settings[Key]): Promise<void> =>
    asSystem(() =>
      transaction(strapi, async () => {
        await repository.hold(key);
        const from = await repository.read(key);
        if (JSON.stringify(from) === JSON.stringify(value)) return;
        await repository.write(key, value);
        await recordPort.of(strapi)({ action: 'way-in.changed', actor: auditActor(actor), target: { type: 'way-in', id: key }, details: { from, to: value } });
      }),
    );

  return {
    domains: (): Promise<DomainJoining> => asSystem(() => repository.read('domains')),
    links: (): Promise<SignInLinks> => asSystem(() => repository.read('links')),

    /** Whether the site has said where a link of the API leads. */
    mayOpenApi: config.signInUrl !== undefined,

    /** @throws RosterError DOMAIN_REFUSED, UNKNOWN_ROLE, ROLE_BEYOND_CEILING, ROLE_NEEDS_CONFIRMATION */
    async setDomains(actor: Actor, { domains: wanted, isOn, role, confirmAdmin }: DomainJoiningInput): Promise<void> {
      const domains = wanted.map(inAscii);
      domains.forEach(assertCompany);
      await assert.assertMayGive(actor, role, 'data.role');
      if (!confirmAdmin && (await accessOf(strapi).isAdmin([role]))) throw new RosterError('ROLE_NEEDS_CONFIRMATION', undefined, { path: 'data.confirmAdmin' });
      await change('domains', actor, { domains: [...new Set(domains)].sort(), isOn, role });
    },

    /** @throws RosterError VALIDATION_FAILED where a link would lead nowhere */
    async setLinks(actor: Actor, { panel, api }: SignInLinks): Promise<void> {
      if (api && config.signInUrl === undefined) throw new RosterError('VALIDATION_FAILED', 'Say in `waysIn.signInUrl` of the configuration where a link leads.', { path: 'data.api' });
      await change('links', actor, { panel, api });
    },
  };
};

export type WaysInSettings = ReturnType<typeof createSettings>;
