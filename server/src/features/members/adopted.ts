import type { Strapi } from '../../host/strapi';
import { recordPort, type AuditActor } from '../../kernel/record';
import type { createAdmins } from './admins';
import type { Member, MembersRepository } from './members.repository';

/** The source of the grant of whoever was a user of the site before the site had a team. */
export const ADOPTED = 'adopted';

/** Members who were adopted with the site, and can be let go as if they had never been. */
export const createAdopted = (strapi: Strapi, repository: MembersRepository, admins: ReturnType<typeof createAdmins>) => ({
  /** How many were adopted, and still are what they were adopted as. */
  adoptedCount: async (): Promise<number> => (await repository.holdersBySource(ADOPTED)).length,

  /** Active members of whom nothing is stored but that they were adopted. */
  async adopted(): Promise<readonly Member[]> {
    const list = [...new Set(await repository.holdersBySource(ADOPTED))];
    if (list.length === 0) return [];
    const others = new Set((await repository.grantsOf(list)).filter(({ source }) => source !== ADOPTED).map(({ member }) => member));
    return (await repository.among(list)).filter(({ documentId, status }) => status === 'active' && !others.has(documentId));
  },

  /** Takes an adopted member out of the team; his users stay with the host. @throws RosterError LAST_ADMIN */
  release: (member: Member, by: AuditActor): Promise<void> =>
    admins.inTurn(() =>
      admins.keepingOne(member, async () => {
        await repository.deleteGrants({ member: member.documentId });
        await repository.remove(member.documentId);
        await recordPort.of(strapi)({ action: 'member.released', actor: by, target: { type: 'member', id: member.documentId } });
      }),
    ),
});
