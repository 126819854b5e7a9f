import { createHash, randomBytes } from 'node:crypto';
import type { Strapi } from '../../host/strapi';
import { clockPort } from '../../kernel/clock';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { createTokensRepository, type StoredToken } from './tokens.repository';

/** What a secret may open. */
export type Purpose = 'invitation' | 'deletion' | LinkPurpose;

/** What a link opens that is mailed to somebody who asks for it. */
export const LINK_PURPOSES = ['email-change', 'sign-in', 'domain-join'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

const SECRET_BYTES = 32;

/** For so long it can still be said of a secret that it was used or is too old. */
const REMEMBERED_MS = 90 * 24 * 3_600_000;

const createSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** One-time secrets: handed out once, kept as hashes, and used up by one statement. */
export const createTokensService = ({ strapi }: { strapi: Strapi }) => {
  const repository = createTokensRepository(strapi);
  const now = () => clockPort.of(strapi)();

  const stored = async (purpose: Purpose, secret: string): Promise<StoredToken> => {
    const token = await repository.find(purpose, hashOf(secret));
    if (!token) throw new RosterError('LINK_INVALID', undefined, { path: 'data.token' });
    return token;
  };

  return {
    /** A new secret for a subject; those before it are void. In the transaction that runs. */
    issue: (purpose: Purpose, subject: string, expiresAt: Date): Promise<string> =>
      asSystem(async () => {
        const secret = createSecret();
        await repository.removeOf(purpose, subject);
        await repository.removeExpired(new Date(now().getTime() - REMEMBERED_MS));
        await repository.insert({ hash: hashOf(secret), purpose, subject, expiresAt });
        return secret;
      }),

    /** New secrets for some hundred subjects, by their keys; those before them are void. In the transaction that runs. */
    issueMany: (purpose: Purpose, subjects: readonly string[], expiresAt: Date): Promise<ReadonlyMap<string, string>> =>
      asSystem(async () => {
        const secrets = new Map(subjects.map((subject) => [subject, createSecret()]));
        await repository.removeOfAll(purpose, subjects);
        await repository.removeExpired(new Date(now().getTime() - REMEMBERED_MS));
        await repository.insertMany([...secrets].map(([subject, secret]) => ({ hash: hashOf(secret), purpose, subject, expiresAt })));
        return secrets;
      }),

    /** Whose a secret is, without using it: who only opens a link, as scanners of mails do, takes nothing away. @throws RosterError LINK_INVALID, LINK_SPENT */
    peek: (purpose: Purpose, secret: string): Promise<string> =>
      asSystem(async () => {
        const { subject, usedAt, expiresAt } = await stored(purpose, secret);
        if (usedAt !== null || new Date(expiresAt) <= now()) throw new RosterError('LINK_SPENT', undefined, { path: 'data.token' });
        return subject;
      }),

    /** Uses a secret up, in the transaction that runs, and says whose it was. Of many at once one succeeds. @throws RosterError LINK_INVALID, LINK_SPENT */
    consumeOnce: (purpose: Purpose, secret: string): Promise<string> =>
      asSystem(async () => {
        const isUsed = await repository.use(purpose, hashOf(secret), now());
        const { subject } = await stored(purpose, secret);
        if (!isUsed) throw new RosterError('LINK_SPENT', undefined, { path: 'data.token' });
        return subject;
      }),

    /** Makes whatever was handed out for a subject void. */
    revoke: (purpose: Purpose, subject: string): Promise<void> => asSystem(() => repository.removeOf(purpose, subject)),
  };
};

export type TokensService = ReturnType<typeof createTokensService>;
