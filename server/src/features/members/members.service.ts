import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { RosterError } from '../../kernel/errors';
import { recordPort, type AuditActor } from '../../kernel/record';
import { roleCataloguePort } from '../../kernel/role-catalogue';
import { createAdmins } from './admins';
import { createBounds } from './bounds';
import { createInvited } from './invited';
import { createJoining, normalizeEmail, type NewMember, type UserLinks } from './joining';
import { createMembersRepository, type Member, type MemberFilter } from './members.repository';
import { createTerritories } from './territories';

const BY_SYSTEM: AuditActor = { kind: 'system' };
const ACTION_FOR_STATUS = { active: 'member.reactivated', deactivated: 'member.deactivated' } as const;

/** Sources of grants that people have chosen, whichever way. */
const BY_HAND: readonly string[] = ['manual', 'invite', 'import', 'domain', 'default'];
const isByHand = (source: string): boolean => BY_HAND.includes(source);

/** Who is in the team, and which users of the host are theirs. */
export const createMembersService = ({ strapi }: { strapi: Strapi }) => {
  const repository = createMembersRepository(strapi);
  const joining = createJoining(strapi, repository);
  const admins = createAdmins(strapi, repository);
  const territories = createTerritories(strapi);

  const memberOf = async (documentId: string): Promise<Member> => {
    const member = await repository.find({ documentId });
    if (!member) throw new RosterError('UNKNOWN_MEMBER', undefined, { path: 'member' });
    return member;
  };

  const setStatus = (documentId: string, status: keyof typeof ACTION_FOR_STATUS, by: AuditActor): Promise<void> =>
    admins.inTurn(async () => {
      const member = await memberOf(documentId);
      // He becomes active by accepting, and is taken off the list by revoking.
      if (member.status === 'invited') throw new RosterError('CONFLICT', 'He has not accepted his invitation yet.', { path: 'data.status' });
      if (status === 'deactivated') await admins.assertNotSuperAdmin(member);
      await admins.keepingOne(member, async () => {
        if (member.status === status) return;
        await repository.setStatus(documentId, status);
        await recordPort.of(strapi)({ action: ACTION_FOR_STATUS[status], actor: by, target: { type: 'member', id: documentId } });
      });
    });

  return {
    find: (documentId: string): Promise<Member | null> => repository.find({ documentId }),
    /** Those of these who are there, with one statement. */
    among: async (list: readonly string[]): Promise<readonly Member[]> => (list.length === 0 ? [] : repository.among(list)),
    /** Whose user of the site this is: give the documentId of one. */
    findByUser: (user: { apiUser?: string; panelUser?: string }): Promise<Member | null> => repository.find(user),
    findByEmail: (email: string): Promise<Member | null> => repository.find({ email: normalizeEmail(email) }),
    grants: repository.grants,
    grantsOf: repository.grantsOf,

    /** All who are in the team, whatever their status. */
    everybody: () => repository.everybody(),

    /** All who are active, by name. */
    active: () => repository.active(),

    /** A page of the team, by name. */
    page: (filter: MemberFilter) => repository.page(filter),

    /** Which territories there are. */
    territories,
    /** Makes a territory unless there is one with this key. */
    defineTerritory: territories.define,
    ...createBounds(strapi, repository),
    ...createInvited(strapi, repository),

    /**
     * Adds an active member with one role.
     * @throws RosterError UNKNOWN_ROLE, MEMBER_EXISTS, VALIDATION_FAILED (territories, users)
     */
    create: (values: NewMember, by: AuditActor = BY_SYSTEM): Promise<Member> => joining.create(values, by),

    /** Makes a member of a panel user, with a role; or links the member who has his e-mail, who keeps his own. */
    adopt: (values: NewMember & { readonly panelUser: string }, by: AuditActor = BY_SYSTEM): Promise<void> => joining.adopt(values, by),

    /**
     * Says which users of the host are a member's. What is left out stays as it is; null unlinks.
     * @throws RosterError UNKNOWN_MEMBER, MEMBER_EXISTS, VALIDATION_FAILED, SUPER_ADMIN
     */
    link: (documentId: string, users: UserLinks, by: AuditActor = BY_SYSTEM): Promise<void> =>
      transaction(strapi, async () => {
        const member = await memberOf(documentId);
        if (users.panelUser !== undefined && users.panelUser !== member.panelUser) await admins.assertNotSuperAdmin(member);
        await joining.link(member, users, by);
      }),

    /**
     * Replaces the role that people gave a member, by hand, by an invitation or by an import; what an identity provider
     * grants stays.
     * @throws RosterError UNKNOWN_ROLE, UNKNOWN_MEMBER, SUPER_ADMIN, LAST_ADMIN
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

export type MembersService = ReturnType<typeof createMembersService>;
