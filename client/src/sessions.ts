import type { SessionInfo, SessionsEnded, SteppedUp } from '../../contracts/http-sessions';
import { dataOf, pathOf, type Send } from './http';

const at = (member?: string, ...session: readonly string[]): string => (member === undefined ? pathOf('me', 'sessions', ...session) : pathOf('members', member, 'sessions', ...session));

/** Where one is signed in, and where members are. Their sessions are for whoever manages the team, and ended by who has proved lately who he is. */
export const sessionsOf = (send: Send) => ({
  sessions: {
    /** One's own, or those of a member by documentId. */
    list: (member?: string) => dataOf<SessionInfo[]>(send('GET', at(member))),
    end: (session: string, member?: string) => dataOf<SessionsEnded>(send('DELETE', at(member, session))),
    /** All, save the one that asks. */
    endAll: (member?: string) => dataOf<SessionsEnded>(send('DELETE', at(member))),
    /** Answers `STEP_UP_REQUIRED`: with the password once more, what is sensitive is open for a while. */
    stepUp: (password: string) => dataOf<SteppedUp>(send('POST', '/me/step-up', { password })),
  },
});
