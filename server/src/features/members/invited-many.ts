import { usersWithEmails } from '../../host/emails-taken';
import type { Strapi } from '../../host/strapi';
import { asConflict } from '../../host/unique-violation';
import { clockPort } from '../../kernel/clock';
import { createDocumentId } from '../../kernel/ids';
import { recordPort, type AuditActor } from '../../kernel/record';
import { sideBySide } from '../../kernel/side-by-side';
import type { Status } from '../../../../contracts/http-members';
import type { MembersRepository } from './members.repository';
import { createTerritoriesRepository } from './territories.repository';

/** Somebody who is asked to join, of whom the caller has made sure that nobody else has his address, and that his role is there. */
export interface InvitedOne {
  /** documentId of the member that he becomes. */
  readonly documentId: string;
  /** In small letters. */
  readonly email: string;
  /** Key of a role. */
  readonly role: string;
  /** Number of a territory. */
  readonly territory: number | null;
}

/** Where they come from. */
export interface InvitingSource {
  readonly by: AuditActor;
  readonly source: string;
  /** documentId of the job that invites them. */
  readonly job: string;
}

/** Many who are asked to join, by a few statements for all of them. */
export const createInvitedMany = (strapi: Strapi, repository: MembersRepository) => {
  const territories = createTerritoriesRepository(strapi);

  return {
    /** Of these addresses, in small letters, those that are a member's, and how it stands with him. */
    async statusesOf(emails: readonly string[]): Promise<ReadonlyMap<string, Status>> {
      return new Map((await repository.withEmails(emails)).map(({ email, status }) => [email, status]));
    },

    /** Of these addresses, in small letters, those of users of the host who are somebody's already, or whom no invitation is to touch. */
    async takenAmong(emails: readonly string[]): Promise<ReadonlySet<string>> {
      const users = await usersWithEmails(strapi, emails);
      const taken = new Set<string>();
      for (const door of ['panelUser', 'apiUser'] as const) {
        if (users[door].length === 0) continue;
        const owned = new Set((await repository.withUsers(door, users[door].map(({ documentId }) => documentId))).map((member) => member[door]));
        for (const { documentId, email, isUsable } of users[door]) if (!isUsable || owned.has(documentId)) taken.add(email);
      }
      return taken;
    },

    /**
     * Adds them, each with an entry of his own in the log, in the transaction that runs.
     * @throws RosterError CONFLICT where somebody has got one of the addresses meanwhile
     */
    inviteMany(people: readonly InvitedOne[], { by, source, job }: InvitingSource): Promise<void> {
      const now = clockPort.of(strapi)();
      const stamps = { createdAt: now, updatedAt: now };
      return sideBySide([
        () => asConflict(() => repository.insertMany(people.map(({ documentId, email }) => ({ documentId, email, name: email, status: 'invited', ...stamps })))),
        () => repository.insertGrants(people.map(({ documentId, role }) => ({ documentId: createDocumentId(), member: documentId, role, source, ...stamps }))),
        () => territories.give(people.flatMap(({ documentId: member, territory }) => (territory === null ? [] : [{ member, territory }]))),
        () => recordPort.of(strapi)(...people.map(({ documentId, role }) => ({ action: 'member.invited' as const, actor: by, target: { type: 'member', id: documentId }, details: { role, source, job } }))),
      ]);
    },
  };
};
