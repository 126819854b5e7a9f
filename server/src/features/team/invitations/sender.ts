import { randomUUID } from 'node:crypto';
import type { Strapi } from '../../../host/strapi';
import { transaction } from '../../../host/transaction';
import { breathe } from '../../../kernel/breathe';
import { clockPort } from '../../../kernel/clock';
import { asSystem } from '../../../kernel/frame';
import { tokensOf } from '../../tokens';
import type { InvitationsRepository } from './invitations.repository';
import type { Delivery, Sending } from './sending';

const LOOK_MS = 10_000;

/** Mails that are on their way at once. */
const AT_ONCE = 8;

/** Mails that one node makes its own at a time, by one transaction. */
const AT_A_TIME = 64;

/** So long a mail may take: then whoever had it is taken for gone, and another one sends it. */
const LEASE_MS = 10 * 60_000;

/** A mail that does not leave is tried again after so long, each time; then it is given up, and stands in the list. */
const AGAIN_MS = [60_000, 10 * 60_000];

interface Dependencies {
  readonly repository: InvitationsRepository;
  readonly send: Sending;
  /** Until when a link works that leaves now. */
  readonly expiry: () => Date;
}

/** Some at once, and what became of each by one transaction: to write down each by itself takes longer than the mail. */
const createGroup = (strapi: Strapi, { repository, send }: Pick<Dependencies, 'repository' | 'send'>) => async (links: ReadonlyMap<string, string>, list: readonly string[], claim: string): Promise<void> => {
  const now = clockPort.of(strapi)();
  const mine = await repository.claimed(list, claim);
  const deliveries = await send(mine.map((invitation) => ({ invitation, secret: links.get(invitation.documentId) ?? '' })));
  const outcomes = mine.map((invitation, at) => ({ invitation, ...(deliveries[at] as Delivery) }));
  await transaction(strapi, async () => {
    const left = outcomes.flatMap(({ invitation, sentAt }) => (sentAt === null ? [] : [invitation.documentId]));
    if (left.length > 0) await repository.noteSent(left, now);
    for (const { invitation: { documentId, tries }, sentAt, mailError } of outcomes) {
      const again = AGAIN_MS[tries ?? 0];
      if (sentAt === null) await repository.update(documentId, { mailError, claim: null, tries: (tries ?? 0) + 1, sendAt: again === undefined ? null : new Date(now.getTime() + again) });
    }
  });
};

/**
 * Sends the mails of invitations that wait for theirs, as fast as the site's provider takes them. Whoever sends one makes
 * it his by one statement, so that no two nodes do; the secret is made then, since none is kept anywhere.
 */
export const createSender = (strapi: Strapi, { repository, send, expiry }: Dependencies) => {
  const sendGroup = createGroup(strapi, { repository, send });
  let working: Promise<void> | undefined;
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;
  const now = () => clockPort.of(strapi)();
  const later = (ms: number) => new Date(now().getTime() + ms);

  /** Makes some of those that are due ours, each with a link; the one before is void. */
  const take = (claim: string): Promise<ReadonlyMap<string, string>> =>
    transaction(strapi, async () => {
      const due = await repository.due(now(), AT_A_TIME);
      const mine = due.length === 0 ? [] : await repository.claim(due, claim, { now: now(), until: later(LEASE_MS) });
      if (mine.length === 0) return new Map();
      const expiresAt = expiry();
      await repository.setExpiry(mine, expiresAt);
      return tokensOf(strapi).issueMany('invitation', mine, expiresAt);
    });

  const sendAll = async (): Promise<void> => {
    for (;;) {
      const claim = randomUUID().replaceAll('-', '');
      const links = await take(claim);
      const list = [...links.keys()];
      if (list.length === 0) return;
      for (let start = 0; start < list.length; start += AT_ONCE) {
        if (isStopping) return repository.release(claim, now());
        await sendGroup(links, list.slice(start, start + AT_ONCE), claim);
        await breathe();
      }
    }
  };

  const wake = (): void => {
    if (isStopping) return;
    // Whoever comes while it works has come before it looks for the last time, or is found by the next look.
    working ??= asSystem(sendAll)
      .catch((error: unknown) => void strapi.log.warn(`roster: invitations could not be sent: ${(error as Error).message}`))
      .finally(() => (working = undefined));
  };

  return {
    /** There is something to send. */
    wake,
    /** When whatever waits now has been tried. */
    idle: async (): Promise<void> => {
      while (working) await working;
    },
    start(): void {
      wake();
      timer = setInterval(wake, LOOK_MS);
      timer.unref();
    },
    /** What is on its way is waited for; the rest leaves after the next start, or from another node. */
    async stop(): Promise<void> {
      isStopping = true;
      clearInterval(timer);
      await working;
    },
  };
};

