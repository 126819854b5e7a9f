import { keptSessions, type KeptSession } from '../../host/kept-sessions';
import { isPasswordOf, userWith } from '../../host/passwords';
import { currentRequest, type RequestContext, type Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import type { Actor } from '../../kernel/actor';
import type { Proof, Proofs } from '../../kernel/assurance';
import { clockPort } from '../../kernel/clock';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { currentOrigin } from '../../host/origin';
import { auditActor } from '../../kernel/actor';
import { lateRecordPort, recordPort } from '../../kernel/record';
import type { SessionsConfig } from './config';
import { currentSession, type CurrentSession } from './current';
import { limitsOf } from './limits/limits.service';
import type { SessionsRepository } from './sessions.repository';

const STEP_UP_MINUTES = 15;
const MINUTE_MS = 60_000;

/** What opens what is sensitive. Who can read somebody's mail has not proved to be him a second time. */
const STRONG: readonly Proof[] = ['password', 'sso', 'mfa'];

const PROVED = Symbol('roster.proved');

type State = RequestContext['state'] & { [PROVED]?: Promise<Proofs> };

/** What the session of a request has proved, and proving it once more. */
export const createAssurance = (strapi: Strapi, repository: SessionsRepository) => {
  const kept = keptSessions(strapi);
  const now = (): number => clockPort.of(strapi)().getTime();
  const { stepUpMinutes = STEP_UP_MINUTES } = strapi.config.get<SessionsConfig>('plugin::roster.sessions', {});

  const current = (): { request: RequestContext; session: CurrentSession } | undefined => {
    const request = currentRequest(strapi);
    const session = request && currentSession(strapi, request);
    return session && { request, session };
  };

  const stored = async ({ row, own }: CurrentSession): Promise<Proofs> => {
    if (row !== undefined) return (await kept.of(row))?.proofs ?? {};
    return own === undefined ? {} : ((await repository.find(own))?.proofs ?? {});
  };

  const proofs = (): Promise<Proofs> => {
    const found = current();
    if (!found) return Promise.resolve({});
    const state = found.request.state as State;
    return (state[PROVED] ??= asSystem(() => stored(found.session)));
  };

  const until = (proved: Proofs): number => Math.max(0, ...STRONG.map((proof) => proved[proof] ?? 0)) + stepUpMinutes * MINUTE_MS;

  /** Writes down what the session of the request has proved just now. A token without a session keeps nothing. @throws RosterError STEP_UP_REQUIRED */
  const prove = async (proof: Proof): Promise<Proofs> => {
    const found = current();
    const { row, own } = found?.session ?? {};
    const proved = { ...(await proofs()), [proof]: now() };
    const session: KeptSession | undefined = row === undefined ? undefined : await asSystem(() => kept.of(row));
    if (session) await asSystem(() => kept.prove(session, proved));
    else if (own !== undefined) await asSystem(() => repository.prove(own, proved));
    else throw new RosterError('STEP_UP_REQUIRED', 'This token keeps no proof: sign in again.');
    if (found) (found.request.state as State)[PROVED] = Promise.resolve(proved);
    return proved;
  };

  const refuse = (actor: Actor, session: CurrentSession): never => {
    const { door, documentId } = session.user;
    lateRecordPort.of(strapi)({ action: 'user.sign-in-failed', actor: auditActor(actor), target: { type: door, id: documentId }, outcome: 'refused', details: { reason: 'step-up' }, origin: currentOrigin(strapi) });
    throw new RosterError('PASSWORD_WRONG', undefined, { path: 'data.password' });
  };

  return {
    /** What the session of the running request has proved, each with its moment: read once a request. Nothing where there is no session. */
    proofs,

    prove,

    /**
     * Lets pass who has proved lately who he is. The system and its full-access tokens pass: nobody stands behind them.
     * @throws RosterError STEP_UP_REQUIRED
     */
    async demandRecent(actor: Actor): Promise<void> {
      if (actor.kind === 'system') return;
      if (until(await proofs()) <= now()) throw new RosterError('STEP_UP_REQUIRED');
    },

    /** The password of the door that the request came through. @throws RosterError PASSWORD_WRONG, STEP_UP_REQUIRED, RATE_LIMITED */
    async stepUp(actor: Actor, password: string): Promise<Date> {
      const session = current()?.session;
      if (!session) throw new RosterError('STEP_UP_REQUIRED', 'A token has no password: sign in.');
      const { door, documentId } = session.user;
      const attempt = { account: `${door} ${documentId}` };
      await limitsOf(strapi).take('password', attempt);
      const user = await asSystem(() => userWith(strapi, door, documentId));
      if (!(await isPasswordOf(strapi, door, user, password))) refuse(actor, session);
      await limitsOf(strapi).succeeded('password', attempt);
      return transaction(strapi, async () => {
        const proved = await prove('password');
        await recordPort.of(strapi)({ action: 'session.proved', actor: auditActor(actor), target: { type: door, id: documentId }, details: { proof: 'password' } });
        return new Date(until(proved));
      });
    },
  };
};
