import type { Strapi } from '../../host/strapi';
import { RosterError } from '../../kernel/errors';
import type { AuditActor } from '../../kernel/record';
import { createAdmins } from './admins';
import { createAdopted } from './adopted';
import { createBounds } from './bounds';
import { createErasing } from './erasing';
import { createEndings } from './endings';
import { createInvited } from './invited';
import { createInvitedMany } from './invited-many';
import { createJoining, normalizeEmail, type NewMember, type UserLinks } from './joining';
import { createMembersRepository, type Member, type MemberFilter } from './members.repository';
import { createProfiles } from './profiles';
import { assertJoined, createStanding } from './standing';
import { createTerritories } from './territories';
import { createTemporary } from './temporary';
import { watchUserWrites } from './user-writes';

const BY_SYSTEM: AuditActor = { kind: 'system' };

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
    ...createAdopted(strapi, repository, admins),
    /** Gives a member an address that was shown to be his. In the transaction that runs. */
    setEmail: (documentId: string, email: string): Promise<void> => repository.setProfile(documentId, { email: normalizeEmail(email) }),

    ...createInvited(strapi, repository),
    ...createEndings(strapi),
    ...createInvitedMany(strapi, repository),
    ...createProfiles(strapi, repository),
    ...createStanding(strapi, repository, admins),
    ...createTemporary(strapi, repository, admins),
    ...createErasing(strapi, repository, admins),

    /**
     * Adds an active member with one role.
     * @throws RosterError UNKNOWN_ROLE, MEMBER_EXISTS, VALIDATION_FAILED (territories, users)
     */
    create: (values: NewMember, by: AuditActor = BY_SYSTEM): Promise<Member> => joining.create(values, by),

    /** Makes a member of a panel user, with a role; or links the member who has his e-mail, who keeps his own. */
    adopt: (values: NewMember & { readonly panelUser: string }, by: AuditActor = BY_SYSTEM): Promise<void> => joining.adopt(values, by),

    /**
     * Says which users of the host are a member's. What is left out stays as it is; null unlinks.
     * @throws RosterError UNKNOWN_MEMBER, MEMBER_EXISTS, VALIDATION_FAILED, SUPER_ADMIN, LAST_ADMIN; CONFLICT for who is invited
     */
    link: (documentId: string, users: UserLinks, by: AuditActor = BY_SYSTEM): Promise<void> =>
      admins.inTurn(async () => {
        const member = await memberOf(documentId);
        assertJoined(member);
        if (users.panelUser !== undefined && users.panelUser !== member.panelUser) await admins.assertNotSuperAdmin(member);
        await admins.keepingOne(member, () => joining.link(member, users, by));
      }),

    /** Who is an admin now, and whether he stays it and can get in. */
    admins: admins.census,

    /** Has the host's own users be watched, whoever writes them. */
    watchUserWrites: (): void => watchUserWrites(strapi, repository, admins),
  };
};

export type MembersService = ReturnType<typeof createMembersService>;
