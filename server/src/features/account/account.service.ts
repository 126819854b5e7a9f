import type { Strapi } from '../../host/strapi';
import { auditActor } from '../../kernel/actor';
import { asSystem } from '../../kernel/frame';
import { membersOf } from '../members';
import { createBelonging } from './belonging';
import type { Self } from './accounts';
import type { AccountConfig } from './config';
import { createEmailChange, EMAIL_LINK_MS } from './email-change';
import { createEmailMails } from './mails';
import { createPasswordChange } from './password-change';

/** What is a member's own, for himself: how he signs in, and where he belongs. */
export const createAccountService = ({ strapi }: { strapi: Strapi }) => {
  const config = strapi.config.get<AccountConfig>('plugin::roster.account', {});
  return {
    ...createEmailChange(strapi, createEmailMails(strapi, config, EMAIL_LINK_MS)),
    ...createPasswordChange(strapi),
    belonging: createBelonging(strapi, config),

    /**
     * Takes oneself out of the team. One's records stay, in limbo until they are given to somebody else.
     * @throws RosterError LAST_ADMIN, SUPER_ADMIN
     */
    leave: ({ member, actor }: Self): Promise<void> => asSystem(() => membersOf(strapi).deactivate(member.documentId, auditActor(actor))),
  };
};

export type AccountService = ReturnType<typeof createAccountService>;
