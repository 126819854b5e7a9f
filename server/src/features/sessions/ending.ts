import { keptSessions } from '../../host/kept-sessions';
import { currentRequest, type Strapi } from '../../host/strapi';
import type { SessionUser } from '../../host/sessions';
import { inTurnOfUser, type UserChange } from '../../host/user-standing';
import { clockPort } from '../../kernel/clock';
import { asSystem } from '../../kernel/frame';
import { recordPort } from '../../kernel/record';
import type { SignedOut } from '../../kernel/sign-out';
import { membersOf } from '../members';
import { currentSession, type CurrentSession } from './current';
import type { SessionsRepository } from './sessions.repository';

const DOORS = ['panelUser', 'apiUser'] as const;

/** How sessions end before their time, for good. */
export const createEnding = (strapi: Strapi, repository: SessionsRepository) => {
  const kept = keptSessions(strapi);
  const now = (): number => clockPort.of(strapi)().getTime();

  /** Ends all sessions of a user, save one, in his turn. How many rows that were. */
  const endAll = (user: SessionUser, keep?: CurrentSession): Promise<number> =>
    asSystem(() =>
      inTurnOfUser(strapi, user, async () => {
        const rows = await kept.endAll(user, keep?.row);
        if (user.door === 'panelUser') return rows;
        // A token without a session cannot be told from the others: it ends with them.
        await repository.cutOff(user.documentId, now());
        return rows + (await repository.endAll(user.documentId, keep?.own));
      }),
    );

  /** Whoever changes his own password goes on where he is. */
  const ownSession = ({ door, documentId }: SessionUser): CurrentSession | undefined => {
    const request = currentRequest(strapi);
    const current = request && currentSession(strapi, request);
    return current?.user.door === door && current.user.documentId === documentId ? current : undefined;
  };

  return {
    endAll,

    /** Ends all sessions of somebody at the doors that are named, in the transaction that runs. */
    async signOut(users: SignedOut): Promise<void> {
      for (const door of DOORS) {
        const documentId = users[door];
        if (typeof documentId === 'string') await endAll({ door, documentId });
      }
    },

    /** Ends the sessions of a user who was switched off, deleted, or has another password, and tells of it. */
    async afterChange({ reason, ...user }: UserChange): Promise<void> {
      const ended = await endAll(user, reason === 'password-changed' ? ownSession(user) : undefined);
      if (ended === 0 || reason === 'deleted') return;
      const member = await asSystem(() => membersOf(strapi).findByUser({ [user.door]: user.documentId }));
      if (!member) return;
      await recordPort.of(strapi)({ action: 'sessions.ended', actor: { kind: 'system' }, target: { type: 'member', id: member.documentId }, details: { door: user.door, reason } });
    },
  };
};
