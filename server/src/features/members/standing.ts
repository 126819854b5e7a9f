import type { Strapi } from '../../host/strapi';
import { clockPort } from '../../kernel/clock';
import { RosterError } from '../../kernel/errors';
import { recordPort, type AuditActor } from '../../kernel/record';
import { roleCataloguePort } from '../../kernel/role-catalogue';
import { signOutPort } from '../../kernel/sign-out';
import type { createAdmins } from './admins';
import { assertAhead } from './ahead';
import type { Grant, Member, MembersRepository } from './members.repository';

const BY_SYSTEM: AuditActor = { kind: 'system' };
const ACTION_FOR_STATUS = { active: 'member.reactivated', deactivated: 'member.deactivated' } as const;

/** Sources of grants that people have chosen, whichever way. */
const BY_HAND: readonly string[] = ['manual', 'adopted', 'invite', 'import', 'domain', 'default'];
export const isByHand = (source: string): boolean => BY_HAND.includes(source);

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

const momentOf = (endsAt: Date | string | null): number | null => (endsAt === null ? null : new Date(endsAt).getTime());

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
        if (status === 'deactivated') await signOutPort.of(strapi)(member);
        await recordPort.of(strapi)({ action: ACTION_FOR_STATUS[status], actor: by, target: { type: 'member', id: documentId } });
      });
    });

  const give = async ({ documentId }: Member, { role, endsAt }: Pick<Grant, 'role'> & { readonly endsAt: Date | null }, by: AuditActor): Promise<void> => {
    const before = (await repository.grants(documentId)).filter(({ source }) => isByHand(source));
    const [only] = before;
    if (before.length === 1 && only?.role === role && momentOf(only.endsAt) === momentOf(endsAt)) return;
    const { isCustom } = roleCataloguePort.of(strapi);
    const isOnTop = endsAt !== null && (await isCustom(role));
    for (const grant of before) if (!isOnTop || grant.role === role || (await isCustom(grant.role))) await repository.deleteGrants({ member: documentId, role: grant.role, source: grant.source });
    await repository.insertGrant({ member: documentId, role, source: 'manual', endsAt });
    const end = endsAt === null ? {} : { endsAt: endsAt.toISOString() };
    await recordPort.of(strapi)({ action: 'member.role-changed', actor: by, target: { type: 'member', id: documentId }, details: { from: before.map((grant) => grant.role), to: role, ...end } });
  };

  return {
    /**
     * Replaces the role that people gave a member, by hand, by an invitation or by an import; what an identity provider
     * grants stays. With an end, it counts before that moment; a custom role with an end leaves the standard one in
     * place, to which he falls back.
     * @throws RosterError UNKNOWN_ROLE, UNKNOWN_MEMBER, SUPER_ADMIN, LAST_ADMIN, VALIDATION_FAILED (endsAt); CONFLICT for who is invited or deleted
     */
    setRole: (documentId: string, role: string, by: AuditActor = BY_SYSTEM, endsAt: Date | null = null): Promise<void> =>
      admins.inTurn(async () => {
        await roleCataloguePort.of(strapi).assertRole(role);
        assertAhead(strapi, endsAt);
        const member = await memberOf(documentId);
        if (role !== 'admin' || endsAt !== null) await admins.assertNotSuperAdmin(member);
        await admins.keepingOne(member, () => give(member, { role, endsAt }, by));
      }),

    /** @throws RosterError UNKNOWN_MEMBER, SUPER_ADMIN, LAST_ADMIN */
    deactivate: (documentId: string, by: AuditActor = BY_SYSTEM) => setStatus(documentId, 'deactivated', by),
    /** @throws RosterError UNKNOWN_MEMBER */
    reactivate: (documentId: string, by: AuditActor = BY_SYSTEM) => setStatus(documentId, 'active', by),
  };
};
