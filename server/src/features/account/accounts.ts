import { createCredentials, type HostAccount } from '../../host/credentials';
import { currentOrigin } from '../../host/origin';
import type { Strapi } from '../../host/strapi';
import type { Actor } from '../../kernel/actor';
import { RosterError } from '../../kernel/errors';
import type { Member } from '../members';
import { limitsOf } from '../sessions';

/** A member who asks about himself, and on whose behalf that is. */
export interface Self {
  readonly member: Member;
  readonly actor: Actor;
}

export const DOORS = ['panelUser', 'apiUser'] as const;

/** His users, at each door where he has one. */
export const accountsOf = (member: Member): HostAccount[] => DOORS.flatMap((door) => (member[door] === null ? [] : [{ door, documentId: member[door] }]));

/**
 * The password that he gives must be that of his user at the door through which he asks.
 * @throws RosterError WRONG_PASSWORD, RATE_LIMITED
 */
export const assertPassword = async (strapi: Strapi, member: Member, password: string, path: string): Promise<void> => {
  const attempt = { account: member.documentId };
  await limitsOf(strapi).take('password', attempt);
  const here = currentOrigin(strapi).door === 'panel' ? 'panelUser' : 'apiUser';
  const account = accountsOf(member).find(({ door }) => door === here);
  if (!account || !(await createCredentials(strapi).isPassword(account, password))) throw new RosterError('WRONG_PASSWORD', undefined, { path });
  await limitsOf(strapi).succeeded('password', attempt);
};
