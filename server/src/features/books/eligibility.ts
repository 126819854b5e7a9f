import type { Strapi } from '../../host/strapi';
import { clockPort } from '../../kernel/clock';
import { RosterError } from '../../kernel/errors';
import { groupBy } from '../../kernel/group-by';
import { accessOf } from '../access';
import { liveRoles, membersOf, type Member } from '../members';

/** @throws RosterError UNKNOWN_TYPE for a type whose records have no owners */
export const assertOwns = (strapi: Strapi, type: string): void => {
  if (!accessOf(strapi).registry.bindings.get(type)?.owns) {
    throw new RosterError('UNKNOWN_TYPE', `"${type}" has no owners.`, { path: 'type' });
  }
};

/** Those among these who may own now: active, and with a live role that may own. */
const ableAmong = async (strapi: Strapi, members: readonly Member[]): Promise<Member[]> => {
  const active = members.filter(({ status }) => status === 'active');
  const byMember = groupBy(await membersOf(strapi).grantsOf(active.map(({ documentId }) => documentId)), ({ member }) => member);
  const snapshot = await accessOf(strapi).snapshot();
  const now = clockPort.of(strapi)();
  return active.filter(({ documentId }) => snapshot.reach(liveRoles(byMember.get(documentId) ?? [], now)).mayOwn);
};

/**
 * Three statements, however many they are.
 * @throws RosterError UNKNOWN_MEMBER, CANNOT_OWN, with the field that named them
 */
export const assertMayOwn = async (strapi: Strapi, named: readonly string[], path: string): Promise<void> => {
  const distinct = [...new Set(named)];
  if (distinct.length === 0) return;
  const members = await membersOf(strapi).among(distinct);
  if (members.length < distinct.length) throw new RosterError('UNKNOWN_MEMBER', undefined, { path });
  if ((await ableAmong(strapi, members)).length < distinct.length) throw new RosterError('CANNOT_OWN', undefined, { path });
};

/** Everybody who may own now, by name. Three statements, however many they are. */
export const possibleOwners = async (strapi: Strapi): Promise<Member[]> => ableAmong(strapi, await membersOf(strapi).active());
