import type { Strapi } from '../../host/strapi';
import { superAdminsAmong } from '../../host/super-admin';
import { memberIn, type Actor, type MemberActor } from '../../kernel/actor';
import { RosterError } from '../../kernel/errors';
import { accessOf, beyondTerritories, canGrant } from '../access';
import { membersOf } from '../members';

/** Whether somebody is an admin of the team, and somebody: neither the system nor a token that acts for nobody. */
export const isAdminOfTeam = (actor: Actor): actor is MemberActor => actor.kind === 'member' && actor.reach.roles.some(({ key }) => key === 'admin');

/** What holds of whoever changes the team: not himself, nobody who has more, and nothing that he has not. Each throws its RosterError. */
export const createAssertions = (strapi: Strapi) => {
  const assertNotSelf = (actor: Actor, documentId: string): void => {
    if (memberIn(actor)?.documentId === documentId) throw new RosterError('SELF_CHANGE');
  };

  const assertMayGive = async (actor: Actor, role: string, path: string): Promise<void> => {
    await accessOf(strapi).assertRole(role, path);
    if (!canGrant(actor, (await accessOf(strapi).snapshot()).reach([role]))) throw new RosterError('ROLE_BEYOND_CEILING', undefined, { path });
  };

  /** Who reaches anything by his own territories gives these and no others. `at` names the place of each. */
  const assertMayGiveTerritories = (actor: Actor, territories: readonly string[], at: string | ((index: number) => string)): void => {
    const beyond = beyondTerritories(actor, territories, []);
    if (beyond >= 0) throw new RosterError('ROLE_BEYOND_CEILING', undefined, { path: typeof at === 'string' ? at : at(beyond) });
  };

  /** Whoever is a Super Admin of the host is an admin of the team. */
  const assertMayLink = async (actor: Actor, panelUser: string | null | undefined): Promise<void> => {
    if (typeof panelUser === 'string' && (await superAdminsAmong(strapi, [panelUser])).size > 0) await assertMayGive(actor, 'admin', 'data.panelUser');
  };

  const assertMayTouch = async (actor: Actor, documentId: string): Promise<void> => {
    if (!(await membersOf(strapi).find(documentId))) throw new RosterError('NOT_FOUND');
    if (!canGrant(actor, await accessOf(strapi).reachOf(documentId))) throw new RosterError('ROLE_BEYOND_CEILING');
  };

  /** Who may do everything is not restricted: a restriction that has no effect would say otherwise. */
  const assertNoAdmin = async (documentId: string): Promise<void> => {
    const panelUser = (await membersOf(strapi).find(documentId))?.panelUser ?? null;
    const isSuperAdmin = panelUser !== null && (await superAdminsAmong(strapi, [panelUser])).has(panelUser);
    const { roles } = await accessOf(strapi).reachOf(documentId);
    if (isSuperAdmin || roles.some(({ key }) => key === 'admin')) throw new RosterError('ROLE_LOCKED', 'An admin is not restricted.', { path: 'data.restriction' });
  };

  return { assertNotSelf, assertMayGive, assertMayGiveTerritories, assertMayLink, assertMayTouch, assertNoAdmin };
};
