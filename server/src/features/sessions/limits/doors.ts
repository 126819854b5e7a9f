import type { AroundAuth, AuthCall, AuthKind } from '../../../host/auth-doors';
import { atTheDoor } from '../../../host/http-errors';
import { sendingLate } from '../../../host/late-mail';
import { isPasswordOf, userNamed, type PasswordUser } from '../../../host/passwords';
import type { Strapi } from '../../../host/strapi';
import type { Proof } from '../../../kernel/assurance';
import { refusedSession } from '../beginning';
import { proving } from '../proving';
import type { LimitName } from './budgets';
import { limitsOf, type Attempt } from './limits.service';

const LIMIT_OF: Readonly<Record<AuthKind, LimitName>> = {
  'sign-in': 'signIn',
  register: 'registration',
  'forgot-password': 'mail',
  'ask-confirmation': 'mail',
  'reset-password': 'link',
  'confirm-email': 'link',
  invited: 'link',
  'change-password': 'password',
};

/** What the session has proved that begins there. */
const PROOF_OF: Readonly<Partial<Record<AuthKind, Proof>>> = { 'sign-in': 'password', 'change-password': 'password', register: 'password', invited: 'password', 'reset-password': 'reset' };

/** What is tried with a password: it counts while it fails. */
const WITH_PASSWORD: readonly AuthKind[] = ['sign-in', 'change-password'];

/** Longer than the host takes for whom it knows, mail aside: the others wait as long. */
const FORGOTTEN_MS = 250;

/** Longer names are tried by programs only. */
const IDENTIFIER_LENGTH = 254;

const passwordIn = ({ request }: AuthCall): string => {
  const { password } = (request.request.body ?? {}) as { password?: unknown };
  return typeof password === 'string' ? password : '';
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

/** The host's own doors, with limits, and with answers that tell nobody who is there. */
export const createLimitedDoors = (strapi: Strapi): AroundAuth => {
  /** Two names of the same user are one account. A name that nobody has is counted as well: nobody is to see the difference. */
  const accountOf = (call: AuthCall, user: PasswordUser | undefined): Attempt => {
    const signedIn = call.kind === 'change-password' ? call.request.state.user?.documentId : undefined;
    const account = signedIn ?? user?.documentId ?? call.identifier?.toLowerCase().slice(0, IDENTIFIER_LENGTH);
    return account === undefined ? {} : { account: `${call.door} ${account}` };
  };

  /** The host looks a name up, and stops there where nobody has it: by its time, names could be found out. */
  const spendAsMuch = async (call: AuthCall, user: PasswordUser | undefined): Promise<void> => {
    if (call.kind === 'sign-in' && call.identifier !== undefined && user?.password == null) await isPasswordOf(strapi, call.door, undefined, passwordIn(call));
  };

  /** What the host says of a user who is confirmed or blocked, it says of nobody else: he gets the answer of all others. */
  const alike = (call: AuthCall, error: unknown): void => {
    if (call.kind !== 'ask-confirmation' || (error as Error).name !== 'ApplicationError') throw error;
    call.request.body = { email: call.identifier, sent: true };
  };

  const mailing = async (call: AuthCall, go: () => Promise<unknown>): Promise<unknown> => {
    const [answer] = await Promise.all([sendingLate(go).catch((error: unknown) => alike(call, error)), pause(FORGOTTEN_MS)]);
    return answer;
  };

  const withPassword = async (call: AuthCall, go: () => Promise<unknown>): Promise<unknown> => {
    const user = call.identifier === undefined ? undefined : await userNamed(strapi, call.door, call.identifier);
    const attempt = accountOf(call, user);
    await limitsOf(strapi).take(LIMIT_OF[call.kind], attempt);
    try {
      const answer = await go();
      if (call.request.status < 400) await limitsOf(strapi).succeeded(LIMIT_OF[call.kind], attempt);
      return answer;
    } catch (error) {
      await spendAsMuch(call, user);
      throw error;
    }
  };

  /** Lets the host's session say what was proved; where none began, says why. */
  const beginning = async (call: AuthCall, go: () => Promise<unknown>): Promise<unknown> => {
    const proof = PROOF_OF[call.kind];
    const run = proof === undefined ? go : () => proving(proof, go);
    const answer = await run().catch((error: unknown) => {
      throw refusedSession(call.request) ?? error;
    });
    // The host makes a 500 of it, and goes on.
    const refused = refusedSession(call.request);
    if (refused) throw refused;
    return answer;
  };

  return (call, action) =>
    atTheDoor(async () => {
      const go = (): Promise<unknown> => beginning(call, action);
      if (WITH_PASSWORD.includes(call.kind)) return withPassword(call, go);
      await limitsOf(strapi).take(LIMIT_OF[call.kind], accountOf(call, undefined));
      return LIMIT_OF[call.kind] === 'mail' ? mailing(call, go) : go();
    });
};
