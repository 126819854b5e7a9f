import { atTheDoor } from '../../host/http-errors';
import type { Strapi } from '../../host/strapi';
import { allSuperAdmins, superAdminsAmong } from '../../host/super-admin';
import { transaction } from '../../host/transaction';
import { aroundUserWrites, isAtUsersRoute, type UserWrite } from '../../host/user-writes';
import { auditActor, memberIn, type Actor } from '../../kernel/actor';
import { doorPort } from '../../kernel/door';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { lateRecordPort } from '../../kernel/record';
import { accessOf, canGrant } from '../access';
import { membersOf, type Member } from '../members';

/** What the host itself keeps of a user, by which he signs in and is known. What a site adds to its users is its own affair. */
const ACCOUNT: ReadonlySet<string> = new Set([
  'username', 'email', 'firstname', 'lastname', 'password', 'provider', 'role', 'roles', 'isActive', 'blocked', 'confirmed',
  'resetPasswordToken', 'resetPasswordTokenExpiresAt', 'registrationToken', 'confirmationToken',
]);

const changesAccount = ({ kind, data }: UserWrite): boolean => kind === 'delete' || (kind === 'update' && Object.keys(data).some((key) => ACCOUNT.has(key)));

/**
 * Whether a write is somebody's doing. The system's is not; nor is what the public's own flows do (a password that was
 * forgotten, an address that is confirmed), which ask for a secret of their own. The routes for users ask for none.
 */
const isSomebodys = (actor: Actor): boolean => actor.kind !== 'system' && (actor.kind !== 'nobody' || actor.reason !== 'public' || isAtUsersRoute());

/**
 * Whoever the host lets edit its users changes the account of no member who has more than he: no password, no address,
 * no role; and makes nobody a Super Admin unless he is one. Users who are no member's are the host's business.
 */
export const guardAccounts = (strapi: Strapi): void => {
  const isSelf = (actor: Actor, { door }: UserWrite, user: string, member: Member | undefined): boolean => {
    const own = memberIn(actor);
    if (own) return own.documentId === member?.documentId;
    return actor.kind === 'nobody' && actor.who?.door === door && actor.who.documentId === user;
  };

  /** The first of these users whom the actor may not touch. */
  const beyond = async (actor: Actor, write: UserWrite, users: readonly string[]): Promise<string | undefined> => {
    const access = accessOf(strapi);
    // Active or not: who will be more than any is more already.
    const supers = new Set(write.door === 'panelUser' ? await allSuperAdmins(strapi) : []);
    for (const user of users) {
      const member = (await membersOf(strapi).findByUser({ [write.door]: user })) ?? undefined;
      if ((!member && !supers.has(user)) || isSelf(actor, write, user, member)) continue;
      const reach = member && !supers.has(user) ? await access.reachOf(member.documentId) : (await access.snapshot()).reach(['admin']);
      if (!canGrant(actor, reach)) return user;
    }
    return undefined;
  };

  const isSuperAdmin = async (actor: Actor): Promise<boolean> => {
    const own = memberIn(actor);
    const panelUser = own && (await membersOf(strapi).find(own.documentId))?.panelUser;
    return typeof panelUser === 'string' && (await superAdminsAmong(strapi, [panelUser])).has(panelUser);
  };

  const refuse = (actor: Actor, { door, kind }: UserWrite, user: string, path?: string): RosterError => {
    const details = { code: 'ROLE_BEYOND_CEILING', operation: kind };
    lateRecordPort.of(strapi)({ action: 'permission.denied', actor: auditActor(actor), target: { type: door, id: user }, outcome: 'refused', details });
    return new RosterError('ROLE_BEYOND_CEILING', undefined, path === undefined ? {} : { path });
  };

  /** Whatever notation gives the role, it shows afterwards. */
  const makingNoSuperAdmin = (actor: Actor, write: UserWrite, next: () => Promise<unknown>): Promise<unknown> =>
    transaction(strapi, async () => {
      // Before: afterwards he might be one by what he has just done.
      const mayMake = await asSystem(() => isSuperAdmin(actor));
      const before = new Set(await allSuperAdmins(strapi));
      const result = await next();
      const made = (await allSuperAdmins(strapi)).find((user) => !before.has(user));
      if (made !== undefined && !mayMake) throw refuse(actor, write, made, 'roles');
      return result;
    });

  const givesPanelRoles = ({ door, kind, data }: UserWrite): boolean => door === 'panelUser' && (kind === 'roles' || 'roles' in data);

  aroundUserWrites(strapi, (write, next) =>
    atTheDoor(async () => {
      const actor = doorPort.of(strapi).actor();
      if (!isSomebodys(actor)) return next();
      const user = changesAccount(write) ? await asSystem(async () => beyond(actor, write, await write.users())) : undefined;
      if (user !== undefined) throw refuse(actor, write, user);
      return givesPanelRoles(write) ? makingNoSuperAdmin(actor, write, next) : next();
    }),
  );
};
