import type { Strapi } from '../../host/strapi';
import { RosterError } from '../../kernel/errors';
import type { AuditActor } from '../../kernel/record';
import { createJoining, normalizeEmail, type NewMember, type UserLinks } from './joining';
import type { Member, MembersRepository } from './members.repository';

/** What is known of somebody before he has joined. */
export type Invited = Pick<NewMember, 'email' | 'role' | 'territories' | 'endsAt'>;

/** What he says of himself when he does, and his users. */
export interface Joined extends UserLinks {
  readonly name: string;
  readonly timezone: string;
  readonly language: string;
}

/** Members who are asked to join, and have a role and no access until they do. The caller tells of what became of it. */
export const createInvited = (strapi: Strapi, repository: MembersRepository) => {
  const joining = createJoining(strapi, repository);

  const invitedOne = async (documentId: string): Promise<Member> => {
    const member = await repository.find({ documentId });
    if (!member) throw new RosterError('UNKNOWN_MEMBER', undefined, { path: 'member' });
    if (member.status !== 'invited') throw new RosterError('CONFLICT', `The member is ${member.status}.`, { path: 'member' });
    return member;
  };

  return {
    /**
     * Adds somebody who is asked to join. Until he says who he is, his address stands for his name.
     * @throws RosterError UNKNOWN_ROLE, MEMBER_EXISTS, VALIDATION_FAILED (territories)
     */
    invite: (wanted: Invited, by: AuditActor): Promise<Member> =>
      joining.add({ ...wanted, name: normalizeEmail(wanted.email), source: 'invite' }, 'invited', { action: 'member.invited', by }),

    /** Makes an active member of an invited one, as he says who he is. In the transaction that runs. @throws RosterError UNKNOWN_MEMBER, CONFLICT */
    async join(documentId: string, { apiUser, panelUser, ...profile }: Joined): Promise<void> {
      await invitedOne(documentId);
      await repository.setProfile(documentId, { ...profile, status: 'active', ...(apiUser !== undefined && { apiUser }), ...(panelUser !== undefined && { panelUser }) });
    },

    /** Removes an invited member, who never had any access. In the transaction that runs. @throws RosterError UNKNOWN_MEMBER, CONFLICT */
    async withdraw(documentId: string): Promise<void> {
      await invitedOne(documentId);
      await repository.deleteGrants({ member: documentId });
      await repository.remove(documentId);
    },
  };
};
