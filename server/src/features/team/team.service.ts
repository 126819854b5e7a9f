import type { Restriction } from '../../../../contracts/http-members';
import type { Strapi } from '../../host/strapi';
import { superAdminsAmong } from '../../host/super-admin';
import { auditActor, memberIn, type Actor } from '../../kernel/actor';
import { RosterError } from '../../kernel/errors';
import { accessOf, beyondTerritories, canGrant } from '../access';
import { membersOf, type Member, type MemberFilter, type NewMember, type UserLinks } from '../members';
import { listMembers } from './listing';

/** The team as a whole: who is in it, and what those who manage it may do with whom. */
export const createTeamService = ({ strapi }: { strapi: Strapi }) => {
  const members = () => membersOf(strapi);

  const assertNotSelf = (actor: Actor, documentId: string): void => {
    if (memberIn(actor)?.documentId === documentId) throw new RosterError('SELF_CHANGE');
  };

  const assertMayGive = async (actor: Actor, role: string, path: string): Promise<void> => {
    await accessOf(strapi).assertRole(role, path);
    if (!canGrant(actor, (await accessOf(strapi).snapshot()).reach([role]))) throw new RosterError('ROLE_BEYOND_CEILING', undefined, { path });
  };

  /** Whoever is a Super Admin of the host is an admin of the team. */
  const assertMayLink = async (actor: Actor, panelUser: string | null | undefined): Promise<void> => {
    if (typeof panelUser === 'string' && (await superAdminsAmong(strapi, [panelUser])).size > 0) await assertMayGive(actor, 'admin', 'data.panelUser');
  };

  const assertMayTouch = async (actor: Actor, documentId: string): Promise<void> => {
    if (!(await members().find(documentId))) throw new RosterError('NOT_FOUND');
    if (!canGrant(actor, await accessOf(strapi).reachOf(documentId))) throw new RosterError('ROLE_BEYOND_CEILING');
  };

  /** Who may do everything is not restricted: a restriction that has no effect would say otherwise. */
  const assertNoAdmin = async (documentId: string): Promise<void> => {
    const panelUser = (await members().find(documentId))?.panelUser ?? null;
    const isSuperAdmin = panelUser !== null && (await superAdminsAmong(strapi, [panelUser])).has(panelUser);
    const { roles } = await accessOf(strapi).reachOf(documentId);
    if (isSuperAdmin || roles.some(({ key }) => key === 'admin')) throw new RosterError('ROLE_LOCKED', 'An admin is not restricted.', { path: 'data.restriction' });
  };

  return {
    list: (actor: Actor, filter: MemberFilter) => listMembers(strapi, actor, filter),

    /** The roles that an actor may give. */
    async grantable(actor: Actor): Promise<string[]> {
      const snapshot = await accessOf(strapi).snapshot();
      return [...snapshot.roles.keys()].filter((role) => canGrant(actor, snapshot.reach([role])));
    },

    /** @throws RosterError UNKNOWN_ROLE, ROLE_BEYOND_CEILING, MEMBER_EXISTS, VALIDATION_FAILED */
    async add(actor: Actor, values: NewMember): Promise<Member> {
      await assertMayGive(actor, values.role, 'data.role');
      await assertMayLink(actor, values.panelUser);
      return members().create(values, auditActor(actor));
    },

    /** @throws RosterError NOT_FOUND, UNKNOWN_ROLE, ROLE_BEYOND_CEILING, SELF_CHANGE, SUPER_ADMIN, LAST_ADMIN */
    async setRole(actor: Actor, documentId: string, role: string): Promise<void> {
      assertNotSelf(actor, documentId);
      await assertMayTouch(actor, documentId);
      await assertMayGive(actor, role, 'data.role');
      await members().setRole(documentId, role, auditActor(actor));
    },

    /** @throws RosterError NOT_FOUND, ROLE_BEYOND_CEILING, SELF_CHANGE, SUPER_ADMIN, LAST_ADMIN */
    async setStatus(actor: Actor, documentId: string, status: 'active' | 'deactivated'): Promise<void> {
      assertNotSelf(actor, documentId);
      await assertMayTouch(actor, documentId);
      await (status === 'active' ? members().reactivate : members().deactivate)(documentId, auditActor(actor));
    },

    /** @throws RosterError NOT_FOUND, ROLE_BEYOND_CEILING, SELF_CHANGE, ROLE_LOCKED */
    async restrict(actor: Actor, documentId: string, restriction: Restriction): Promise<void> {
      assertNotSelf(actor, documentId);
      await assertMayTouch(actor, documentId);
      if (restriction !== 'none') await assertNoAdmin(documentId);
      await members().restrict(documentId, restriction, auditActor(actor));
    },

    /** @throws RosterError NOT_FOUND, ROLE_BEYOND_CEILING, VALIDATION_FAILED */
    async setTerritories(actor: Actor, documentId: string, keys: readonly string[]): Promise<void> {
      await assertMayTouch(actor, documentId);
      const has = (await members().territoriesOf([documentId])).get(documentId) ?? [];
      const beyond = beyondTerritories(actor, keys, has);
      if (beyond >= 0) throw new RosterError('ROLE_BEYOND_CEILING', undefined, { path: `data.territories[${beyond}]` });
      await members().setTerritories(documentId, keys, auditActor(actor));
    },

    /** @throws RosterError NOT_FOUND, ROLE_BEYOND_CEILING, MEMBER_EXISTS, VALIDATION_FAILED, SUPER_ADMIN */
    async link(actor: Actor, documentId: string, users: UserLinks): Promise<void> {
      await assertMayTouch(actor, documentId);
      await assertMayLink(actor, users.panelUser);
      await members().link(documentId, users, auditActor(actor));
    },
  };
};

export type TeamService = ReturnType<typeof createTeamService>;
