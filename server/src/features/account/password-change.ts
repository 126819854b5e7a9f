import { createCredentials, type HostAccount } from '../../host/credentials';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { auditActor } from '../../kernel/actor';
import { asSystem } from '../../kernel/frame';
import { recordPort } from '../../kernel/record';
import { linksOf } from '../tokens';
import { accountsOf, assertPassword, type Self } from './accounts';

/** The password of a member, at each door where he has the same. */
export const createPasswordChange = (strapi: Strapi) => {
  const credentials = createCredentials(strapi);
  return {
    /** Gives a member another password wherever he had the one before, and ends his other sessions there. @throws RosterError WRONG_PASSWORD, RATE_LIMITED */
    changePassword: async ({ member, actor }: Self, { current, password }: { readonly current: string; readonly password: string }): Promise<void> => {
      await assertPassword(strapi, member, current, 'data.current');
      const same: HostAccount[] = [];
      for (const account of accountsOf(member)) if (await credentials.isPassword(account, current)) same.push(account);
      await asSystem(() =>
        transaction(strapi, async () => {
          // Sessions end with it, save the one that asks: whoever watches the users sees to that.
          for (const account of same) await credentials.setPassword(account, password);
          await linksOf(strapi).revokeOf(member.documentId);
          await recordPort.of(strapi)({ action: 'member.password-changed', actor: auditActor(actor), target: { type: 'member', id: member.documentId }, details: { doors: same.map(({ door }) => door) } });
        }),
      );
    },
  };
};

