import type { Strapi } from '../../host/strapi';
import { PUBLIC, SYSTEM, inactive, nonMember, type Actor, type HostRef, type SystemActor, type TokenRef } from '../../kernel/actor';
import { clockPort } from '../../kernel/clock';
import { accessOf } from '../access';
import { liveRoles } from '../members';
import type { HostUser } from './credentials';
import { createPrincipalRepository, type Principal } from './principal.repository';
import { adoptSuperAdmin } from './super-admin';
import { createTokenRepository, type BoundToken } from './token.repository';

/** A member who acts through a token is told from the member himself; whoever else acts is the token's own affair. */
export const through = (actor: Actor, token: TokenRef | undefined): Actor => (token && actor.kind === 'member' ? { ...actor, token } : actor);

/** Makes an actor of what the database knows: of a user, of an API token, of a member. */
export const createLookUp = (strapi: Strapi) => {
  const principals = createPrincipalRepository(strapi);
  const tokens = createTokenRepository(strapi);
  /** Who is who among the full-access tokens: a row id is never another's, and their every request is not to cost a statement. */
  const fullAccess = new Map<number, SystemActor>();

  /** Who has no member row, is not active, or whose grants have ended is not let in by anything that he once was. */
  const toActor = async (principal: Principal | undefined, who?: HostRef, isSuperAdmin = false): Promise<Actor> => {
    if (!principal) return who ? nonMember(who) : PUBLIC;
    if (principal.status !== 'active') return inactive(who);
    const asOf = clockPort.of(strapi)();
    const live = isSuperAdmin ? ['admin'] : liveRoles(principal.grants, asOf);
    const reach = (await accessOf(strapi).snapshot(principal.revision)).reach(live);
    const { documentId, name, email, holds, territories } = principal;
    // An admin may do everything: nobody could lift what an admin alone may lift.
    const restriction = reach.roles.some(({ key }) => key === 'admin') ? 'none' : principal.restriction;
    return { kind: 'member', member: { documentId, name, email }, reach, holds, territories, restriction, asOf };
  };

  /** A token acts for the member or the role that it is bound to, and never for more; without a binding for nobody. */
  const ofBoundToken = async ({ documentId, name, member, role }: BoundToken): Promise<Actor> => {
    const token = { documentId, name };
    const who: HostRef = { door: 'token', documentId };
    if (member !== null) return through(await toActor(await principals.find('documentId', member), who), token);
    if (role === null) return nonMember(who);
    return { kind: 'role', token, reach: (await accessOf(strapi).snapshot()).reach([role]) };
  };

  return {
    /**
     * A Super Admin becomes a member by his first request, and is an admin in the panel as long as he is one,
     * whatever was granted to him. Not so at the other door: who linked the user there need not be an admin.
     */
    async user(user: HostUser): Promise<Actor> {
      const find = () => principals.find(user.door, user.documentId);
      const found = await find();
      if (!user.superAdmin) return toActor(found, user);
      if (!found) await adoptSuperAdmin(strapi, user);
      return toActor(found ?? (await find()), user, true);
    },

    async token(id: number): Promise<Actor> {
      const token = await tokens.find(id);
      return token ? ofBoundToken(token) : PUBLIC;
    },

    /** The system, called by a full-access token. */
    async fullAccess(id: number): Promise<SystemActor> {
      const known = fullAccess.get(id);
      if (known) return known;
      const token = await tokens.named(id);
      const actor: SystemActor = token ? { ...SYSTEM, token } : SYSTEM;
      if (token) fullAccess.set(id, actor);
      return actor;
    },

    /** What a token of the panel is bound to; it acts as its owner whether it is bound or not. */
    panelToken: (id: number): Promise<BoundToken | undefined> => tokens.find(id),

    member: async (documentId: string): Promise<Actor> => toActor(await principals.find('documentId', documentId)),
  };
};
