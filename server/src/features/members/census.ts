import { readNow } from '../../host/row-lock';
import { own, type Strapi } from '../../host/strapi';
import { userDoors } from '../../host/user-doors';
import { clockPort } from '../../kernel/clock';
import { asSystem } from '../../kernel/frame';
import { roleCataloguePort } from '../../kernel/role-catalogue';
import type { Footed } from './domain/footing';
import { liveRoles } from './live-roles';
import type { Grant, Member } from './members.repository';

type Person = Pick<Member, 'documentId' | 'name' | 'email' | 'status' | 'apiUser' | 'panelUser'>;

/** Somebody who is an admin now. */
export interface Admin extends Footed {
  /** null: a Super Admin who has not come yet, and becomes a member by his first request. */
  readonly documentId: string | null;
  readonly name: string;
  readonly isSuperAdmin: boolean;
}

const PERSON = ['documentId', 'name', 'email', 'status', 'apiUser', 'panelUser'] as const;

/** Who administrates the team, read as it is now: of changes that take turns, the second sees what the first has done. */
export const createCensus = (strapi: Strapi) => {
  const doors = userDoors(strapi);
  const grantsWhere = (where: object) => readNow<Grant>(strapi, own('grant'), ['member', 'role', 'source', 'endsAt'], where);

  /** Those who hold the role, and those whom the host's Super Admins are. */
  const candidates = async (supers: readonly { documentId: string; email: string }[]): Promise<Person[]> => {
    const holders = (await grantsWhere({ role: 'admin' })).map(({ member }) => member);
    const $or = [{ documentId: { $in: holders } }, { panelUser: { $in: supers.map(({ documentId }) => documentId) } }, { email: { $in: supers.map(({ email }) => email.toLowerCase()) } }];
    return readNow<Person>(strapi, own('member'), PERSON, { $or });
  };

  /** Those of them who are admins now. */
  const among = async (people: readonly Person[], supers: ReadonlySet<string>): Promise<Admin[]> => {
    const active = people.filter(({ status }) => status === 'active');
    const grants = await grantsWhere({ member: { $in: active.map(({ documentId }) => documentId) } });
    const open = new Set([...(await doors.panel(active.flatMap(({ panelUser }) => panelUser ?? []))), ...(await doors.api(active.flatMap(({ apiUser }) => apiUser ?? [])))]);
    const now = clockPort.of(strapi)();

    const admins: Admin[] = [];
    for (const { documentId, name, apiUser, panelUser } of active) {
      const held = grants.filter(({ member }) => member === documentId);
      const isSuperAdmin = supers.has(panelUser ?? '');
      const roles = liveRoles(held, now);
      if (!isSuperAdmin && !(roles.includes('admin') && (await roleCataloguePort.of(strapi).isAdmin(roles)))) continue;
      const isLasting = isSuperAdmin || held.some(({ role, endsAt }) => role === 'admin' && endsAt === null);
      admins.push({ documentId, name, hasDoor: open.has(apiUser ?? '') || open.has(panelUser ?? ''), isLasting, isSuperAdmin });
    }
    return admins;
  };

  return (): Promise<Admin[]> =>
    asSystem(async () => {
      const supers = await doors.superAdmins();
      const people = await candidates(supers);
      const admins = await among(people, new Set(supers.map(({ documentId }) => documentId)));
      const isCounted = (member: Person) => admins.some(({ documentId }) => documentId === member.documentId);
      /** By his first request he becomes the member who has his address, unless that one was shut out. */
      const isKnown = (user: { documentId: string; email: string }) =>
        people.some((member) => member.panelUser === user.documentId || (member.email === user.email.toLowerCase() && (['deactivated', 'deleted'].includes(member.status) || isCounted(member))));
      const newcomers = supers.filter((user) => !isKnown(user)).map(({ email }) => ({ documentId: null, name: email, hasDoor: true, isLasting: true, isSuperAdmin: true }));
      return [...admins, ...newcomers];
    });
};
