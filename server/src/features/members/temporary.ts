import type { Strapi } from '../../host/strapi';
import { RosterError } from '../../kernel/errors';
import { roleCataloguePort } from '../../kernel/role-catalogue';
import type { createAdmins } from './admins';
import { assertAhead } from './ahead';
import type { Member, MembersRepository } from './members.repository';

/** A role for a while, from a source that takes it back again by itself. */
export interface Lent {
  readonly role: string;
  readonly source: string;
}

/** Roles that a member has for a while, beside the one that is his. */
export const createTemporary = (strapi: Strapi, repository: MembersRepository, admins: ReturnType<typeof createAdmins>) => {
  const active = async (documentId: string): Promise<Member> => {
    const member = await repository.find({ documentId });
    if (member?.status !== 'active') throw new RosterError('UNKNOWN_MEMBER', 'The member is not active.', { path: 'member' });
    return member;
  };

  return {
    /**
     * Gives an active member a role until a moment; what he has stays as it is. Whoever calls it tells of it.
     * @throws RosterError UNKNOWN_ROLE, UNKNOWN_MEMBER, VALIDATION_FAILED (endsAt)
     */
    lend: (documentId: string, { endsAt, ...lent }: Lent & { readonly endsAt: Date }): Promise<void> =>
      admins.inTurn(async () => {
        await roleCataloguePort.of(strapi).assertRole(lent.role);
        assertAhead(strapi, endsAt);
        const member = await active(documentId);
        await repository.deleteGrants({ member: member.documentId, ...lent });
        await repository.insertGrant({ member: member.documentId, ...lent, endsAt });
      }),

    /** Takes it away before its time. @throws RosterError LAST_ADMIN */
    takeBack: (documentId: string, lent: Lent): Promise<void> =>
      admins.inTurn(() => admins.keepingOne({ documentId }, () => repository.deleteGrants({ member: documentId, ...lent }))),
  };
};
