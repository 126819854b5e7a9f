import { domainToASCII } from 'node:url';
import type { JoinInput, JoinPreview } from '../../../../contracts/http-ways-in';
import { emailAddress } from '../../../../contracts/person';
import { afterAnswer } from '../../host/after-answer';
import { accountsOf } from '../../host/accounts';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { asConflict } from '../../host/unique-violation';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { passwordlessPort } from '../../kernel/passwordless';
import { recordPort } from '../../kernel/record';
import { accessOf } from '../access';
import { membersOf } from '../members';
import { doorsOf, openDoors } from '../team';
import { linksOf } from '../tokens';
import { isBarred } from './barred.repository';
import type { WaysInMails } from './mails';
import type { WaysInSettings } from './settings';

/** Whoever only looks on sees, at first, what is shared with him: not all that there is. */
const LOOKS_ON = 'viewer';

const BY_SYSTEM = { kind: 'system' } as const;

/** The domain of an address as mail names it, or nothing for what is no address. */
const domainOf = (email: string): string | undefined => {
  const at = email.lastIndexOf('@');
  return emailAddress.safeParse(email).success ? domainToASCII(email.slice(at + 1)).toLowerCase() : undefined;
};

interface Dependencies {
  readonly settings: WaysInSettings;
  readonly mails: WaysInMails;
  readonly lastsMs: number;
}

/** Becoming a member by an address of one's company: shown to be one's own by a link that is mailed there. */
export const createDomainJoining = (strapi: Strapi, { settings, mails, lastsMs }: Dependencies) => {
  /** The role that an address gets now: exactly its domain is on the list. @throws RosterError WAY_CLOSED */
  const roleFor = async (email: string): Promise<string> => {
    const { domains, isOn, role } = await settings.domains();
    const domain = domainOf(email);
    if (!isOn || domain === undefined || !domains.includes(domain)) throw new RosterError('WAY_CLOSED');
    return role;
  };

  /**
   * Whoever made a user here with that address has not shown that it is his, and still has its password: the two are
   * not to become one. Somebody who manages the team brings them together.
   */
  const assertNoUser = async (email: string): Promise<void> => {
    for (const accounts of Object.values(accountsOf(strapi))) {
      if (accounts.isThere && (await accounts.find(email)) !== null) throw new RosterError('USER_EXISTS', undefined, { path: 'data.email' });
    }
  };

  /** Who was in the team in any way comes back by those alone who manage it. @throws RosterError MEMBER_EXISTS, USER_EXISTS, WAY_CLOSED */
  const assertMayJoin = async (email: string): Promise<string> => {
    const role = await roleFor(email);
    if ((await membersOf(strapi).findByEmail(email)) || (await isBarred(strapi, email))) throw new RosterError('MEMBER_EXISTS', undefined, { path: 'data.email' });
    await assertNoUser(email);
    return role;
  };

  const mailTo = (email: string, language: string | undefined) => () =>
    asSystem(async () => {
      // Whoever may not join gets no mail, and whoever asks is not told of it.
      const mayJoin = await assertMayJoin(email).then(
        () => true,
        (error: unknown) => {
          if (error instanceof RosterError) return false;
          throw error;
        },
      );
      if (!mayJoin) return;
      const secret = await linksOf(strapi).issue('domain-join', email.slice(0, 191), { member: null, email, door: null, browser: null, device: null, language: language ?? null, lastsMs });
      await mails.join({ email, language: language ?? 'en', secret, lastsMs });
    }).catch((error: Error) => void strapi.log.warn(`roster: a link to join could not be sent: ${error.message}`));

  const join = async ({ token, password, picture, ...said }: JoinInput): Promise<{ email: string; doors: JoinPreview['doors'] }> => {
    // The link first: of many at once, one goes on.
    const { email } = await linksOf(strapi).consumeOnce('domain-join', token);
    const role = await assertMayJoin(email);
    const doors = await doorsOf(strapi, role);
    const users = await openDoors(strapi, doors, { email, name: said.name, language: said.language, password });
    const { documentId } = await membersOf(strapi).create({ ...said, email, role, source: 'domain', ...(users as Record<string, string>) }, BY_SYSTEM);
    if (role === LOOKS_ON) await membersOf(strapi).restrict(documentId, 'shared', BY_SYSTEM);
    if (picture !== undefined) await membersOf(strapi).setPicture(documentId, picture);
    await recordPort.of(strapi)({ action: 'member.joined', actor: { kind: 'member', member: documentId }, target: { type: 'member', id: documentId }, details: { role, doors, source: 'domain' } });
    return { email, doors };
  };

  return {
    /** Sends a link to an address of the company, behind the answer: the same for every address. @throws RosterError WAY_CLOSED where nobody joins like that */
    async ask(email: string, language: string | undefined): Promise<void> {
      if (!(await settings.domains()).isOn) throw new RosterError('WAY_CLOSED');
      afterAnswer(strapi, mailTo(email.toLowerCase(), language));
    },

    /** What a link is for. Takes nothing away from it. @throws RosterError LINK_INVALID, LINK_SPENT, WAY_CLOSED, MEMBER_EXISTS, USER_EXISTS */
    preview: (secret: string): Promise<JoinPreview> =>
      asSystem(async () => {
        const { email, language, expiresAt } = await linksOf(strapi).peek('domain-join', secret);
        const role = await assertMayJoin(email);
        const doors = await doorsOf(strapi, role);
        const isPasswordOptional = await passwordlessPort.of(strapi)(doors);
        return { email, role: { key: role, label: (await accessOf(strapi).labels()).of(role) }, doors, isPasswordOptional, language, expiresAt: new Date(expiresAt).toISOString() };
      }),

    /** Makes an active member of whoever has the link, all or nothing. @throws RosterError as `preview`, VALIDATION_FAILED */
    accept: (said: JoinInput) => asSystem(() => asConflict(() => transaction(strapi, () => join(said)))),
  };
};
