import type { Strapi } from '../../host/strapi';
import { clockPort } from '../../kernel/clock';
import { RosterError } from '../../kernel/errors';
import { accessOf } from '../access';
import { membersOf } from '../members';

/** @throws RosterError UNKNOWN_TYPE for a type whose records have no owners */
export const assertOwns = (strapi: Strapi, type: string): void => {
  if (!accessOf(strapi).registry.bindings.get(type)?.owns) {
    throw new RosterError('UNKNOWN_TYPE', `"${type}" has no owners.`, { path: 'type' });
  }
};

/**
 * Who owns is active, and has a live role that may own.
 * @throws RosterError UNKNOWN_MEMBER, CANNOT_OWN, with the field that named him
 */
export const assertMayOwn = async (strapi: Strapi, members: readonly string[], path: string): Promise<void> => {
  const now = clockPort.of(strapi)();
  const snapshot = await accessOf(strapi).snapshot();
  for (const documentId of new Set(members)) {
    const member = await membersOf(strapi).find(documentId);
    if (!member) throw new RosterError('UNKNOWN_MEMBER', undefined, { path });
    const grants = await membersOf(strapi).grants(documentId);
    const live = grants.filter(({ endsAt }) => endsAt === null || new Date(endsAt) > now).map(({ role }) => role);
    if (member.status !== 'active' || !snapshot.reach(live).mayOwn) throw new RosterError('CANNOT_OWN', undefined, { path });
  }
};
