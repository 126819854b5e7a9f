import type { AdoptRequest, PanelBinding, SetUp } from '../../../../contracts/http-set-up';
import { restart, restartsItself } from '../../host/restart';
import type { Strapi } from '../../host/strapi';
import { auditActor, type Actor } from '../../kernel/actor';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { accessOf } from '../access';
import { narrowedTypes } from '../enforcement';
import { membersOf } from '../members';
import { createAdopting } from './adopting';
import { checksOf } from './checks';
import { hostRolesOf } from './host-roles';
import { releaseAdopted } from './releasing';
import { sendTestMail } from './test-mail';
import { typesOf } from './types';

/** Takes a site from installed to enforced, a step at a time, and back. What each step made is stored where it belongs: nothing else says how far it is. */
export const createSetUpService = ({ strapi }: { strapi: Strapi }) => {
  const adopt = createAdopting(strapi);

  return {
    look: (): Promise<SetUp> =>
      asSystem(async () => ({
        types: await typesOf(strapi),
        features: accessOf(strapi).registry.features.map(({ key }) => key),
        isRestartNeeded: await accessOf(strapi).stored.isPending(),
        restartsItself: restartsItself(strapi),
        members: (await membersOf(strapi).active()).length,
        adopted: await membersOf(strapi).adoptedCount(),
      })),

    /**
     * What the panel binds from the next start on; types of the configuration are left to it.
     * @throws RosterError VALIDATION_FAILED with the path of the key at fault
     */
    async bind(bindings: Readonly<Record<string, PanelBinding>>, actor: Actor): Promise<void> {
      const { stored } = accessOf(strapi);
      const taken = Object.keys(bindings).find((uid) => stored.configured().includes(uid));
      if (taken !== undefined) throw new RosterError('VALIDATION_FAILED', 'The configuration binds this type.', { path: `data.bindings['${taken}']` });
      const needed = [...narrowedTypes(strapi)].find(([type]) => !(type in bindings) && !stored.configured().includes(type));
      if (needed) throw new RosterError('VALIDATION_FAILED', `The route "${needed[1]}" narrows reads of this type.`, { path: `data.bindings['${needed[0]}']` });
      await asSystem(() => stored.replace(bindings, auditActor(actor)));
    },

    hostRoles: () => asSystem(() => hostRolesOf(strapi)),
    /** @throws RosterError UNKNOWN_ROLE, ROLE_BEYOND_CEILING */
    adopt: (wanted: AdoptRequest, actor: Actor) => asSystem(() => adopt(wanted, actor)),
    release: (actor: Actor) => asSystem(() => releaseAdopted(strapi, actor)),

    checks: () => checksOf(strapi),
    testMail: (actor: Actor) => asSystem(() => sendTestMail(strapi, actor)),

    /** Starts a site again that does so by itself. @throws RosterError CANNOT_RESTART */
    restart(): void {
      if (!restartsItself(strapi)) throw new RosterError('CANNOT_RESTART');
      restart(strapi);
    },
  };
};

export type SetUpService = ReturnType<typeof createSetUpService>;
