import { randomBytes } from 'node:crypto';
import type { JoinedInfo } from '../../../../../contracts/http-invitations';
import { accountsOf, type Account, type NewAccount } from '../../../host/accounts';
import { createCredentials } from '../../../host/credentials';
import type { Strapi } from '../../../host/strapi';
import { RosterError } from '../../../kernel/errors';
import { passwordlessPort } from '../../../kernel/passwordless';
import { accessOf } from '../../access';
import { membersOf, type UserLinks } from '../../members';

type Doors = JoinedInfo['doors'];
type Door = 'panelUser' | 'apiUser';

const DOORS: readonly Door[] = ['panelUser', 'apiUser'];

/** The doors that a role opens, as far as the site has them. @throws RosterError INVITATION_VOID for a role that is gone */
export const doorsOf = async (strapi: Strapi, key: string): Promise<Doors> => {
  const role = (await accessOf(strapi).snapshot()).roles.get(key);
  if (!role) throw new RosterError('INVITATION_VOID');
  const { panelUser, apiUser } = accountsOf(strapi);
  return { panel: panelUser.isThere && role.doors !== 'api', api: apiUser.isThere && role.doors !== 'panel' };
};

/** The user who has an address at a door. @throws RosterError USER_EXISTS where he is somebody's already, switched off, or above all invitations */
const freeAccount = async (strapi: Strapi, door: Door, email: string): Promise<Account | null> => {
  const accounts = accountsOf(strapi)[door];
  const account = accounts.isThere ? await accounts.find(email) : null;
  if (!account) return null;
  const owner = await membersOf(strapi).findByUser({ [door]: account.documentId });
  if (owner || !account.isUsable) throw new RosterError('USER_EXISTS', undefined, { path: 'data.email' });
  return account;
};

const opened = (doors: Doors): readonly Door[] => DOORS.filter((door) => (door === 'panelUser' ? doors.panel : doors.api));

/** Whether somebody has a user at each of these doors that is known to be his, so that he needs no password. @throws RosterError USER_EXISTS */
export const hasAccounts = async (strapi: Strapi, doors: Doors, email: string): Promise<boolean> => {
  for (const door of opened(doors)) if (!(await freeAccount(strapi, door, email))?.isProven) return false;
  return true;
};

/** @throws RosterError USER_EXISTS */
export const assertAccountsFree = async (strapi: Strapi, email: string): Promise<void> => {
  for (const door of DOORS) await freeAccount(strapi, door, email);
};

/** As strong as any door asks for, and known to nobody. */
const unknownPassword = (): string => `Aa1${randomBytes(32).toString('base64url')}`;

/**
 * The user at one door: the one who has the address there already, or a new one. Where anybody may have signed up with
 * the address, only a new password makes him that of who can read its mail.
 */
const userAt = async (strapi: Strapi, door: Door, { password, ...person }: NewAccount): Promise<string> => {
  const accounts = accountsOf(strapi)[door];
  const known = await freeAccount(strapi, door, person.email);
  if (!known) return accounts.create({ ...person, password });
  if (!known.isProven) await createCredentials(strapi).setPassword({ door, documentId: known.documentId }, password ?? unknownPassword());
  return known.documentId;
};

/**
 * Users of the host at these doors.
 * @throws RosterError USER_EXISTS, VALIDATION_FAILED where a password is missing
 */
export const openDoors = async (strapi: Strapi, doors: Doors, person: NewAccount): Promise<UserLinks> => {
  const isOptional = person.password !== undefined || (await passwordlessPort.of(strapi)(doors)) || (await hasAccounts(strapi, doors, person.email));
  if (!isOptional) throw new RosterError('VALIDATION_FAILED', 'A password is needed.', { path: 'data.password' });
  const users: Partial<Record<Door, string>> = {};
  for (const door of opened(doors)) users[door] = await userAt(strapi, door, person);
  return users;
};
