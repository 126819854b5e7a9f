import type { SessionInfo } from '../../../../contracts/http-sessions';
import { keptSessions, type KeptSession } from '../../host/kept-sessions';
import { currentRequest, type Strapi } from '../../host/strapi';
import type { SessionUser } from '../../host/sessions';
import { inTurnOfUser } from '../../host/user-standing';
import { clockPort } from '../../kernel/clock';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { recordPort, type AuditActor } from '../../kernel/record';
import { membersOf, type Member } from '../members';
import { currentSession, type CurrentSession } from './current';
import type { createEnding } from './ending';
import type { BareSession, SessionsRepository } from './sessions.repository';

type Listed = Omit<KeptSession, 'rows' | 'proofs'> & { readonly user: SessionUser; readonly isCurrent: boolean; end(): Promise<number> };

const usersOf = ({ apiUser, panelUser }: Pick<Member, 'apiUser' | 'panelUser'>): SessionUser[] => [
  ...(panelUser === null ? [] : [{ door: 'panelUser', documentId: panelUser } as const]),
  ...(apiUser === null ? [] : [{ door: 'apiUser', documentId: apiUser } as const]),
];

const toInfo = ({ id, user, deviceName, address, startedAt, seenAt, isCurrent }: Listed): SessionInfo => ({
  id,
  door: user.door === 'panelUser' ? 'panel' : 'api',
  device: deviceName,
  address,
  startedAt: new Date(startedAt).toISOString(),
  seenAt: new Date(seenAt).toISOString(),
  isCurrent,
});

/** The sessions of members: seen, and ended. */
export const createListing = (strapi: Strapi, repository: SessionsRepository, ending: ReturnType<typeof createEnding>) => {
  const kept = keptSessions(strapi);
  const now = (): number => clockPort.of(strapi)().getTime();

  const current = (): CurrentSession | undefined => {
    const request = currentRequest(strapi);
    return request && currentSession(strapi, request);
  };

  const ofUser = async (user: SessionUser): Promise<Listed[]> => {
    const mine = current();
    const ofHost = (await kept.ofUser(user, now())).map((session): Listed => ({ ...session, user, isCurrent: mine?.row !== undefined && session.rows.includes(mine.row), end: () => kept.end(session) }));
    const own = user.door === 'apiUser' ? await repository.ofUser(user.documentId, now()) : [];
    const ofTokens = own.map(({ documentId, ...session }: BareSession): Listed => ({ ...session, id: documentId, user, isCurrent: mine?.own === documentId, end: () => repository.end(documentId) }));
    return [...ofHost, ...ofTokens];
  };

  const all = async (member: Pick<Member, 'apiUser' | 'panelUser'>): Promise<Listed[]> => {
    const found: Listed[] = [];
    for (const user of usersOf(member)) found.push(...(await ofUser(user)));
    return found.sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent) || b.seenAt - a.seenAt);
  };

  const memberOf = async (documentId: string): Promise<Member> => {
    const member = await membersOf(strapi).find(documentId);
    if (!member) throw new RosterError('NOT_FOUND');
    return member;
  };

  return {
    /** The sessions of a member that live, at both doors. @throws RosterError NOT_FOUND */
    list: (documentId: string): Promise<SessionInfo[]> => asSystem(async () => (await all(await memberOf(documentId))).map(toInfo)),

    /** Ends one session of a member. @throws RosterError NOT_FOUND for one that is not his, or has ended */
    revoke: (documentId: string, id: string, by: AuditActor): Promise<number> =>
      asSystem(async () => {
        const session = (await all(await memberOf(documentId))).find((one) => one.id === id);
        if (!session) throw new RosterError('NOT_FOUND');
        await inTurnOfUser(strapi, session.user, async () => {
          // What was renewed meanwhile bears the same id.
          const again = (await ofUser(session.user)).find((one) => one.id === id);
          if (!again || (await again.end()) === 0) throw new RosterError('NOT_FOUND');
          await recordPort.of(strapi)({ action: 'session.revoked', actor: by, target: { type: 'member', id: documentId }, details: { door: toInfo(session).door, session: id } });
        });
        return 1;
      }),

    /** Ends all sessions of a member, save that of the request if he says so, tokens that name none included. How many there were. */
    revokeAll: (documentId: string, by: AuditActor, { keepCurrent }: { readonly keepCurrent: boolean }): Promise<number> =>
      asSystem(async () => {
        const member = await memberOf(documentId);
        const mine = keepCurrent ? current() : undefined;
        const ended = (await all(member)).filter(({ isCurrent }) => !(keepCurrent && isCurrent)).length;
        for (const user of usersOf(member)) await ending.endAll(user, mine?.user.door === user.door ? mine : undefined);
        await recordPort.of(strapi)({ action: 'session.revoked', actor: by, target: { type: 'member', id: documentId }, details: { sessions: ended } });
        return ended;
      }),
  };
};
