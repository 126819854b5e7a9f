import { usersWithEmails } from '../../host/emails-taken';
import type { Strapi } from '../../host/strapi';
import { asConflict } from '../../host/unique-violation';
import { breathe } from '../../kernel/breathe';
import { clockPort } from '../../kernel/clock';
import { createDocumentId } from '../../kernel/ids';
import { recordPort, type AuditActor } from '../../kernel/record';
import type { Status } from '../../../../contracts/http-members';
import type { MembersRepository } from './members.repository';
import { createTerritoriesRepository } from './territories.repository';

/** Somebody who is asked to join, of whom the caller has made sure that nobody else has his address, and that his role is there. */
export interface InvitedOne {
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
     * Adds them, each with an entry of his own in the log, in the transaction that runs; their documentIds, in the same order.
     * @throws RosterError CONFLICT where somebody has got one of the addresses meanwhile
     */
    async inviteMany(people: readonly InvitedOne[], { by, source, job }: InvitingSource): Promise<readonly string[]> {
      const now = clockPort.of(strapi)();
      const stamps = { createdAt: now, updatedAt: now };
      const added = people.map((one) => ({ ...one, documentId: createDocumentId() }));
      await asConflict(() => repository.insertMany(added.map(({ documentId, email }) => ({ documentId, email, name: email, status: 'invited', ...stamps }))));
      await repository.insertGrants(added.map(({ documentId, role }) => ({ documentId: createDocumentId(), member: documentId, role, source, ...stamps })));
      await territories.give(added.flatMap(({ documentId: member, territory }) => (territory === null ? [] : [{ member, territory }])));
      await breathe();
      await recordPort.of(strapi)(...added.map(({ documentId, role }) => ({ action: 'member.invited' as const, actor: by, target: { type: 'member', id: documentId }, details: { role, source, job } })));
      return added.map(({ documentId }) => documentId);
    },
  };
};
