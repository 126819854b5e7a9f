import { DELETED_NAME } from '../../../../contracts/deleted-member';
import { leaveAuthorship } from '../../host/authorship';
import { hostPeople } from '../../host/host-people';
import type { Strapi } from '../../host/strapi';
import { erasersPort, type Forgotten } from '../../kernel/erasure';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { recordPort, type AuditActor } from '../../kernel/record';
import type { createAdmins } from './admins';
import { leftOf } from './content-types/member';
import type { Member, MembersRepository } from './members.repository';

/** Why somebody is deleted for good, on whose word, and what has to hold in the same transaction. */
export interface Erasure {
  readonly reason: string;
  readonly by: AuditActor;
  /** Runs first. What it throws leaves everything as it was. */
  confirm(member: string): Promise<void>;
}

/**
 * The end of a member for whom the law asks to be forgotten. What he did stays, under the documentId that he had; who he
 * was does not: each feature wipes what it keeps (kernel/erasure), his users of the host go, and his row stays as a stone.
 */
export const createErasing = (strapi: Strapi, repository: MembersRepository, admins: ReturnType<typeof createAdmins>) => {
  const people = hostPeople(strapi);

  const erasable = async (documentId: string): Promise<Member> => {
    const member = await repository.find({ documentId });
    if (!member || member.status === 'deleted') throw new RosterError('NOT_FOUND');
    if (member.status !== 'deactivated') throw new RosterError('NOT_DEACTIVATED');
    await admins.assertNotSuperAdmin(member);
    return member;
  };

  const erase = async (member: Member, { reason, by }: Erasure): Promise<void> => {
    const [api, panel] = [await people.ofApi(member.apiUser), await people.ofPanel(member.panelUser)];
    const { documentId, apiUser, panelUser } = member;
    const logins = [...new Set([member.email, ...(api?.logins ?? []), ...(panel?.logins ?? [])])];
    const words = [...new Set([member.name, ...(panel?.names ?? []), ...logins.filter((login) => login.includes('@'))])];
    const person: Forgotten = { member: documentId, words, logins, apiUser, panelUser, by };
    for (const forget of erasersPort.of(strapi)) await forget(person);
    await repository.deleteGrants({ member: documentId });
    // Before his users go: whoever looks at who loses one finds nobody behind it.
    await repository.bury(member.id, leftOf(documentId));
    if (panel) await leaveAuthorship(strapi, panel.id, { name: DELETED_NAME, email: leftOf(documentId).email });
    if (panel) await people.removeFromPanel(panel);
    if (api) await people.removeFromApi(api);
    await recordPort.of(strapi)({ action: 'member.deleted', actor: by, target: { type: 'member', id: documentId }, details: { reason } });
  };

  return {
    /**
     * Deletes a deactivated member for good, all or nothing.
     * @throws RosterError NOT_FOUND, NOT_DEACTIVATED, SUPER_ADMIN, LAST_ADMIN, and what `confirm` throws
     */
    erase: (documentId: string, erasure: Erasure): Promise<void> =>
      asSystem(() =>
        admins.inTurn(async () => {
          await erasure.confirm(documentId);
          const member = await erasable(documentId);
          await admins.keepingOne(member, () => erase(member, erasure));
        }),
      ),
  };
};
