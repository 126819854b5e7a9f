import { afterAuthentication } from '../../host/auth';
import { keptSessions } from '../../host/kept-sessions';
import { toHttpError } from '../../host/http-errors';
import { onSessionRenewal } from '../../host/sessions';
import type { Strapi } from '../../host/strapi';
import { claimsOf } from '../../host/token-claims';
import { transaction } from '../../host/transaction';
import { inTurnOfUser, isLetIn } from '../../host/user-standing';
import { clockPort } from '../../kernel/clock';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { recordPort } from '../../kernel/record';
import { currentSession, type CurrentSession } from './current';
import type { SessionsRepository } from './sessions.repository';

/** So often it is written down that a session is in use. */
const SEEN_EVERY_MS = 5 * 60_000;

/** Two tabs may renew the same session at once; what comes later than that is a stolen token, or the theft of it. */
const LATE_MS = 10_000;

/** Every request of the content API with a session that has ended is refused, whatever its token says. The panel's are asked for by the host. */
export const watchSessions = (strapi: Strapi, repository: SessionsRepository): void => {
  const kept = keptSessions(strapi);
  const now = (): number => clockPort.of(strapi)().getTime();

  const isOwnAlive = async (id: string, user: string): Promise<boolean> => {
    const pulse = await repository.pulse(id);
    if (pulse?.user !== user || pulse.endsAt <= now()) return false;
    if (pulse.seenAt < now() - SEEN_EVERY_MS) await repository.see(id, now());
    return true;
  };

  const isAlive = async ({ user, row, own, madeAt }: CurrentSession): Promise<boolean> => {
    if (row !== undefined) return kept.isAlive(row, now());
    if (own !== undefined) return isOwnAlive(own, user.documentId);
    // Whole seconds: a token of the same second as the cut may be from before it.
    return madeAt === undefined || madeAt > (await repository.cutoff(user.documentId));
  };

  afterAuthentication(strapi, async (request, next) => {
    const session = currentSession(strapi, request);
    if (session?.user.door === 'apiUser' && !(await asSystem(() => isAlive(session)))) throw toHttpError(new RosterError('SESSION_ENDED'));
    return next();
  });
};

/** Sessions are renewed one after the other, by who is let in; a token that was renewed before and comes again ends all that came of it. */
export const watchRenewals = (strapi: Strapi): void => {
  const kept = keptSessions(strapi);

  const endReplayed = (door: 'apiUser' | 'panelUser', token: string): Promise<void> =>
    asSystem(async () => {
      const replayed = await kept.replayed(claimsOf(token), clockPort.of(strapi)().getTime() - LATE_MS);
      const user = replayed && (await kept.userOf(door, replayed.userId));
      if (!user) return;
      await transaction(strapi, async () => {
        if ((await kept.remove(replayed.rows)) === 0) return;
        await recordPort.of(strapi)({ action: 'session.replayed', actor: { kind: 'nobody' }, target: { type: door, id: user.documentId }, outcome: 'refused' });
      });
    });

  onSessionRenewal(strapi, async ({ door, token, user, renew }) => {
    if (!user) {
      await renew();
      return endReplayed(door, token);
    }
    await inTurnOfUser(strapi, user, async () => {
      if (await asSystem(() => isLetIn(strapi, user))) await renew();
    });
  });
};
