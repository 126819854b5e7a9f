import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { clockPort } from '../../kernel/clock';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { createLinksRepository, type LinkValues, type MailedLink } from './links.repository';
import { LINK_PURPOSES, type LinkPurpose, type TokensService } from './tokens.service';

/** Links that are too old lie for so long, so that a token in them can be told to be too old. */
const REMEMBERED_MS = 24 * 3_600_000;

export type { LinkValues, MailedLink };

/** Links that are mailed to people, each with a secret that works once. */
export const createLinks = (strapi: Strapi, tokens: Pick<TokensService, 'issue' | 'peek' | 'consumeOnce' | 'revoke'>) => {
  const repository = createLinksRepository(strapi);

  const found = async (documentId: string): Promise<MailedLink> => {
    const link = await repository.find(documentId);
    if (!link) throw new RosterError('LINK_SPENT', undefined, { path: 'data.token' });
    return link;
  };

  const revoke = async (links: readonly MailedLink[]): Promise<void> => {
    for (const { documentId } of links) {
      for (const purpose of LINK_PURPOSES) await tokens.revoke(purpose, documentId);
      await repository.remove(documentId);
    }
  };

  return {
    /** The secret of a new link; the one before it for the same key is void. */
    issue: (purpose: LinkPurpose, key: string, { lastsMs, ...values }: LinkValues & { readonly lastsMs: number }): Promise<string> =>
      asSystem(() =>
        transaction(strapi, async () => {
          const now = clockPort.of(strapi)().getTime();
          const expiresAt = new Date(now + lastsMs);
          const { documentId } = await repository.put(purpose, key, { ...values, expiresAt });
          await repository.removeExpired(new Date(now - REMEMBERED_MS));
          return tokens.issue(purpose, documentId, expiresAt);
        }),
      ),

    /** What a link is for. Takes nothing away from it. @throws RosterError LINK_INVALID, LINK_SPENT */
    peek: (purpose: LinkPurpose, secret: string): Promise<MailedLink> => asSystem(async () => found(await tokens.peek(purpose, secret))),

    /** Uses a link up, in the transaction that runs; of many at once one succeeds. @throws RosterError LINK_INVALID, LINK_SPENT */
    consumeOnce: (purpose: LinkPurpose, secret: string): Promise<MailedLink> =>
      asSystem(async () => {
        const link = await found(await tokens.consumeOnce(purpose, secret));
        await repository.remove(link.documentId);
        return link;
      }),

    /** Makes whatever was mailed to a member void. In the transaction that runs. */
    revokeOf: (member: string): Promise<void> => asSystem(async () => revoke(await repository.of(member))),

    /** The same of whatever was mailed to these addresses, by whoever. */
    forget: (member: string, emails: readonly string[]): Promise<void> => asSystem(async () => revoke([...(await repository.of(member)), ...(await repository.to(emails.map((email) => email.toLowerCase())))])),
  };
};

export type Links = ReturnType<typeof createLinks>;
