import type { Strapi } from '../../host/strapi';
import { clockPort } from '../../kernel/clock';
import { RosterError } from '../../kernel/errors';
import { recordPort, type AuditActor } from '../../kernel/record';
import { roleCataloguePort } from '../../kernel/role-catalogue';
import type { createAdmins } from './admins';
import type { Member, MembersRepository } from './members.repository';

const BY_SYSTEM: AuditActor = { kind: 'system' };
const ACTION_FOR_STATUS = { active: 'member.reactivated', deactivated: 'member.deactivated' } as const;

/** Sources of grants that people have chosen, whichever way. */
const BY_HAND: readonly string[] = ['manual', 'adopted', 'invite', 'import', 'domain', 'default'];
const isByHand = (source: string): boolean => BY_HAND.includes(source);

/**
 * Who is invited becomes active by accepting, as what he was invited for, and is taken off the list by revoking; of who was
 * deleted nothing can be changed. @throws RosterError CONFLICT
 */
export const assertJoined = ({ status }: Member): void => {
  assertKnown({ status });
  if (status === 'invited') throw new RosterError('CONFLICT', 'The invitation is not accepted yet.', { path: 'member' });
};

/** @throws RosterError CONFLICT for who was deleted */
export const assertKnown = ({ status }: Pick<Member, 'status'>): void => {
  if (status === 'deleted') throw new RosterError('CONFLICT', 'The member was deleted for good.', { path: 'member' });
};

/** Which role a member has, and whether he is let in. */
export const createStanding = (strapi: Strapi, repository: MembersRepository, admins: ReturnType<typeof createAdmins>) => {
  const memberOf = async (documentId: string): Promise<Member> => {
    const member = await repository.find({ documentId });
    if (!member) throw new RosterError('UNKNOWN_MEMBER', undefined, { path: 'member' });
    assertJoined(member);
    return member;
  };

  const setStatus = (documentId: string, status: keyof typeof ACTION_FOR_STATUS, by: AuditActor): Promise<void> =>
    admins.inTurn(async () => {
      const member = await memberOf(documentId);
      if (status === 'deactivated') await admins.assertNotSuperAdmin(member);
      await admins.keepingOne(member, async () => {
        if (member.status === status) return;
        await repository.setStatus(documentId, status, status === 'deactivated' ? clockPort.of(strapi)() : null);
        await recordPort.of(strapi)({ action: ACTION_FOR_STATUS[status], actor: by, target: { type: 'member', id: documentId } });
      });
    });

  return {
    /**
     * Replaces the role that people gave a member, by hand, by an invitation or by an import; what an identity provider
     * grants stays.
     * @throws RosterError UNKNOWN_ROLE, UNKNOWN_MEMBER, SUPER_ADMIN, LAST_ADMIN; CONFLICT for who is invited or deleted
     */
    setRole: (documentId: string, role: string, by: AuditActor = BY_SYSTEM): Promise<void> =>
      admins.inTurn(async () => {
        await roleCataloguePort.of(strapi).assertRole(role);
        const member = await memberOf(documentId);
        if (role !== 'admin') await admins.assertNotSuperAdmin(member);
        await admins.keepingOne(member, async () => {
          const before = (await repository.grants(documentId)).filter(({ source }) => isByHand(source)).map((grant) => grant.role);
          if (before.length === 1 && before[0] === role) return;
          for (const source of BY_HAND) await repository.deleteGrants({ member: documentId, source });
          await repository.insertGrant({ member: documentId, role, source: 'manual', endsAt: null });
          await recordPort.of(strapi)({ action: 'member.role-changed', actor: by, target: { type: 'member', id: documentId }, details: { from: before, to: role } });
        });
      }),

    /** @throws RosterError UNKNOWN_MEMBER, SUPER_ADMIN, LAST_ADMIN */
    deactivate: (documentId: string, by: AuditActor = BY_SYSTEM) => setStatus(documentId, 'deactivated', by),
    /** @throws RosterError UNKNOWN_MEMBER */
    reactivate: (documentId: string, by: AuditActor = BY_SYSTEM) => setStatus(documentId, 'active', by),
  };
};
