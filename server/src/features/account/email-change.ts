import { accountsOf as hostAccounts } from '../../host/accounts';
import { afterAnswer } from '../../host/after-answer';
import { createCredentials } from '../../host/credentials';
import { lockRows } from '../../host/row-lock';
import { own, type Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { asConflict } from '../../host/unique-violation';
import { auditActor } from '../../kernel/actor';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { recordPort } from '../../kernel/record';
import { membersOf, normalizeEmail, type Member } from '../members';
import { limitsOf } from '../sessions';
import { linksOf } from '../tokens';
import { accountsOf, assertPassword, DOORS, type Self } from './accounts';
import type { EmailMails } from './mails';

/** A mailed link to a new address works for so long. */
export const EMAIL_LINK_MS = 24 * 3_600_000;

/** The address of a member, the same at each of his doors: another one counts once it is shown to be his. */
export const createEmailChange = (strapi: Strapi, mails: EmailMails) => {
  const credentials = createCredentials(strapi);

  /** Whether an address is somebody else's, in the team or at a door of the host. */
  const isTaken = async (member: Member, email: string): Promise<boolean> => {
    const other = await membersOf(strapi).findByEmail(email);
    if (other && other.documentId !== member.documentId) return true;
    for (const door of DOORS) {
      const accounts = hostAccounts(strapi)[door];
      const account = accounts.isThere ? await accounts.find(email) : null;
      if (account && account.documentId !== member[door]) return true;
    }
    return false;
  };

  /** Whether the address is free is told to the address alone: whoever asks is not to learn who else has a user here. */
  const mailBoth = (member: Member, email: string) => () =>
    asSystem(async () => {
      if (!(await isTaken(member, email))) {
        const secret = await linksOf(strapi).issue('email-change', member.documentId, { member: member.documentId, email, door: null, browser: null, device: null, language: member.language, lastsMs: EMAIL_LINK_MS });
        await mails.confirm(member, email, secret);
      }
      await mails.notice(member);
    });

  const confirmed = async (secret: string): Promise<{ email: string }> => {
    // The link first: of many at once, one goes on.
    const { member: documentId, email } = await linksOf(strapi).consumeOnce('email-change', secret);
    await lockRows(strapi, own('member'), { documentId });
    const member = documentId === null ? null : await membersOf(strapi).find(documentId);
    if (member?.status !== 'active') throw new RosterError('LINK_SPENT', undefined, { path: 'data.token' });
    if (await isTaken(member, email)) throw new RosterError('USER_EXISTS', undefined, { path: 'data.email' });
    await membersOf(strapi).setEmail(member.documentId, email);
    for (const account of accountsOf(member)) await credentials.setEmail(account, email);
    // What was mailed to the old address opens nothing any more.
    await linksOf(strapi).revokeOf(member.documentId);
    await recordPort.of(strapi)({ action: 'member.email-changed', actor: { kind: 'member', member: member.documentId }, target: { type: 'member', id: member.documentId }, personal: { from: member.email, to: email } });
    return { email };
  };

  return {
    /**
     * Sends a link to a new address, and word of it to the old one. The answer is the same whether the address is free.
     * @throws RosterError WRONG_PASSWORD, VALIDATION_FAILED
     */
    async askForEmail({ member, actor }: Self, wanted: string, password: string): Promise<void> {
      const email = normalizeEmail(wanted);
      if (email === member.email) throw new RosterError('VALIDATION_FAILED', 'That is the address already.', { path: 'data.email' });
      await assertPassword(strapi, member, password, 'data.password');
      await limitsOf(strapi).take('mail', { account: member.documentId });
      const fact = { action: 'member.email-change-asked' as const, actor: auditActor(actor), target: { type: 'member', id: member.documentId }, personal: { to: email } };
      await transaction(strapi, () => recordPort.of(strapi)(fact));
      afterAnswer(strapi, mailBoth(member, email));
    },

    /** What a link is for. Takes nothing away from it. @throws RosterError LINK_INVALID, LINK_SPENT */
    previewEmail: async (secret: string): Promise<{ email: string }> => ({ email: (await linksOf(strapi).peek('email-change', secret)).email }),

    /** Makes the address that a link was sent to that of its member, at all his doors or none. @throws RosterError LINK_INVALID, LINK_SPENT, USER_EXISTS, CONFLICT */
    confirmEmail: (secret: string): Promise<{ email: string }> => asSystem(() => asConflict(() => transaction(strapi, () => confirmed(secret)))),
  };
};
