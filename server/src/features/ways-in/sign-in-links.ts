import type { LinkPreview, LinkSession, SignInLinks } from '../../../../contracts/http-ways-in';
import { accountsOf } from '../../host/accounts';
import { afterAnswer } from '../../host/after-answer';
import { browserOf, markBrowser } from '../../host/browser-secret';
import { issueSession } from '../../host/issue-session';
import { currentOrigin } from '../../host/origin';
import type { RequestContext, Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { lateRecordPort, recordPort } from '../../kernel/record';
import { membersOf, type Member } from '../members';
import { sessionsOf } from '../sessions';
import { linksOf, type MailedLink } from '../tokens';
import type { WaysInMails } from './mails';
import type { WaysInSettings } from './settings';

type Door = keyof SignInLinks;

const USER = { panel: 'panelUser', api: 'apiUser' } as const;

interface Dependencies {
  readonly settings: WaysInSettings;
  readonly mails: WaysInMails;
  readonly lastsMs: number;
}

const spent = (): RosterError => new RosterError('LINK_SPENT', undefined, { path: 'data.token' });

/** Signing in by a link that is mailed: once, at one door, by its member alone. It shows that he reads his mail, and is no second factor. */
export const createSignInLinks = (strapi: Strapi, { settings, mails, lastsMs }: Dependencies) => {
  const assertOpen = async (door: Door): Promise<void> => {
    if (!(await settings.links())[door]) throw new RosterError('WAY_CLOSED');
  };

  /** documentId of the user whom a link would sign in: an active member's, at a door where he is let in. */
  const userOf = async (member: Member | null, door: Door): Promise<string | undefined> => {
    const user = member?.status === 'active' ? member[USER[door]] : null;
    const accounts = accountsOf(strapi)[USER[door]];
    return member && user !== null && accounts.isThere && (await accounts.isLetIn(user)) ? user : undefined;
  };

  /** The member whose link it is, if it still lets him in: at this door, with the address that he has. */
  const standing = async ({ member: documentId, door, email }: MailedLink, here: Door): Promise<{ member: Member; user: string }> => {
    const member = documentId === null ? null : await membersOf(strapi).find(documentId);
    const user = door === here && member?.email === email ? await userOf(member, here) : undefined;
    if (!member || user === undefined) throw spent();
    return { member, user };
  };

  const mailTo = (email: string, door: Door, { browser, device }: Pick<MailedLink, 'browser' | 'device'>) => () =>
    asSystem(async () => {
      const member = await membersOf(strapi).findByEmail(email);
      if (!member || (await userOf(member, door)) === undefined) return;
      const secret = await linksOf(strapi).issue('sign-in', `${door} ${member.documentId}`, { member: member.documentId, email: member.email, door, browser, device, language: member.language, lastsMs });
      await mails.signIn({ email: member.email, language: member.language ?? 'en', secret, lastsMs }, door, device);
    }).catch((error: Error) => void strapi.log.warn(`roster: a link to sign in could not be sent: ${error.message}`));

  const signIn = async (token: string, door: Door, { request, isConfirmed }: { request: RequestContext; isConfirmed: boolean }): Promise<LinkSession> => {
    // The link first: of many at once, one goes on.
    const link = await linksOf(strapi).consumeOnce('sign-in', token);
    const { member, user } = await standing(link, door);
    // Whoever was led here by somebody else's link sees whose it is, and says that he goes on.
    if (!isConfirmed && link.browser !== browserOf(request)) throw new RosterError('LINK_ELSEWHERE', undefined, { path: 'data.isConfirmed' });
    const { proving, begin } = sessionsOf(strapi);
    const session = await proving('magic-link', () => issueSession(strapi, request, { door: USER[door], documentId: user, begin }));
    await recordPort.of(strapi)({ action: 'user.signed-in', actor: { kind: 'member', member: member.documentId }, target: { type: USER[door], id: user }, details: { by: 'link' } });
    return session;
  };

  const tellRefusal = (door: Door, error: unknown): void => {
    if (!(error instanceof RosterError) || error.code === 'LINK_ELSEWHERE') return;
    lateRecordPort.of(strapi)({ action: 'user.sign-in-failed', actor: { kind: 'nobody' }, target: { type: USER[door], id: '' }, outcome: 'refused', details: { reason: error.code, by: 'link' }, origin: currentOrigin(strapi) });
  };

  return {
    /** Sends a link, behind the answer: that is the same, and as fast, whoever has the address. @throws RosterError WAY_CLOSED */
    async ask(email: string, door: Door, request: RequestContext): Promise<void> {
      await assertOpen(door);
      const browser = markBrowser(strapi, request, lastsMs);
      afterAnswer(strapi, mailTo(email, door, { browser, device: currentOrigin(strapi).userAgent ?? null }));
    },

    /** Whom a link signs in, and who asked for it. Takes nothing away from it. @throws RosterError LINK_INVALID, LINK_SPENT, WAY_CLOSED */
    preview: (secret: string, door: Door, request: RequestContext): Promise<LinkPreview> =>
      asSystem(async () => {
        await assertOpen(door);
        const link = await linksOf(strapi).peek('sign-in', secret);
        const { member } = await standing(link, door);
        return { email: member.email, name: member.name, isSameBrowser: link.browser === browserOf(request), device: link.device, expiresAt: new Date(link.expiresAt).toISOString() };
      }),

    /**
     * Signs in, with a session that is new. Whatever refuses it leaves the link as it was.
     * @throws RosterError LINK_INVALID, LINK_SPENT, LINK_ELSEWHERE, WAY_CLOSED
     */
    use: (secret: string, door: Door, context: { request: RequestContext; isConfirmed: boolean }): Promise<LinkSession> =>
      asSystem(async () => {
        await assertOpen(door);
        try {
          return await transaction(strapi, () => signIn(secret, door, context));
        } catch (error) {
          tellRefusal(door, error);
          throw error;
        }
      }),
  };
};
