import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { RosterError } from '../../kernel/errors';
import { recordPort, type AuditActor } from '../../kernel/record';
import { roleCataloguePort } from '../../kernel/role-catalogue';
import { createJoining, normalizeEmail, type NewMember } from './joining';
import { createMembersRepository, type Member } from './members.repository';

const BY_SYSTEM: AuditActor = { kind: 'system' };
const ACTION_FOR_STATUS = { active: 'member.reactivated', deactivated: 'member.deactivated' } as const;

/** Who is in the team, and which users of the host are theirs. */
export const createMembersService = ({ strapi }: { strapi: Strapi }) => {
  const repository = createMembersRepository(strapi);
  const joining = createJoining(strapi, repository);

  const assertMember = async (documentId: string): Promise<void> => {
    if (!(await repository.find({ documentId }))) throw new RosterError('UNKNOWN_MEMBER', undefined, { path: 'member' });
  };

  const setStatus = async (documentId: string, status: keyof typeof ACTION_FOR_STATUS, by: AuditActor): Promise<void> => {
    await transaction(strapi, async () => {
      await assertMember(documentId);
      await repository.setStatus(documentId, status);
      await recordPort.of(strapi)({ action: ACTION_FOR_STATUS[status], actor: by, target: { type: 'member', id: documentId } });
    });
  };

  return {
    find: (documentId: string): Promise<Member | null> => repository.find({ documentId }),
    findByEmail: (email: string): Promise<Member | null> => repository.find({ email: normalizeEmail(email) }),
    grants: repository.grants,

    async defineTerritory(key: string, name: string): Promise<void> {
      if ((await repository.territories([key])).length === 0) await repository.insertTerritory({ key, name });
    },

    /**
     * Adds an active member with one role.
     * @throws RosterError UNKNOWN_ROLE, MEMBER_EXISTS, VALIDATION_FAILED (territories)
     */
    create: (values: NewMember, by: AuditActor = BY_SYSTEM): Promise<Member> => joining.create(values, by),

    /** Makes a member of a panel user, or links the member who has his e-mail; with the role, whatever he had. */
    adopt: (values: NewMember & { readonly panelUser: string }, by: AuditActor = BY_SYSTEM): Promise<void> => joining.adopt(values, by),

    /**
     * Replaces the manual role of a member; grants of other sources stay.
     * @throws RosterError UNKNOWN_ROLE, UNKNOWN_MEMBER
     */
    async setRole(documentId: string, role: string, by: AuditActor = BY_SYSTEM): Promise<void> {
      await transaction(strapi, async () => {
        await roleCataloguePort.of(strapi).assertRole(role);
        await assertMember(documentId);
        const before = (await repository.grants(documentId)).filter(({ source }) => source === 'manual').map((grant) => grant.role);
        await repository.deleteGrants({ member: documentId, source: 'manual' });
        await repository.insertGrant({ member: documentId, role, source: 'manual', endsAt: null });
        await recordPort.of(strapi)({ action: 'member.role-changed', actor: by, target: { type: 'member', id: documentId }, details: { from: before, to: role } });
      });
    },

    /** @throws RosterError UNKNOWN_MEMBER */
    deactivate: (documentId: string, by: AuditActor = BY_SYSTEM) => setStatus(documentId, 'deactivated', by),
    /** @throws RosterError UNKNOWN_MEMBER */
    reactivate: (documentId: string, by: AuditActor = BY_SYSTEM) => setStatus(documentId, 'active', by),
  };
};

export type MembersService = ReturnType<typeof createMembersService>;
