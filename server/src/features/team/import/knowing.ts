import type { Strapi } from '../../../host/strapi';
import type { Actor } from '../../../kernel/actor';
import { sideBySide } from '../../../kernel/side-by-side';
import { accessOf, beyondTerritories, canGrant } from '../../access';
import { membersOf } from '../../members';
import type { Known } from './domain/judge';
import type { PersonRow } from './domain/people';

/** Values of a statement. */
const CHUNK = 500;

function* parts(values: readonly string[]): Generator<readonly string[]> {
  const distinct = [...new Set(values)];
  for (let start = 0; start < distinct.length; start += CHUNK) yield distinct.slice(start, start + CHUNK);
}

/** What is none is looked up for nothing, and refused all the same: whoever judges looks at it closely. */
const mayBeAddress = (email: string): boolean => email.includes('@');

/** Which roles and territories an actor may give. */
const ceilingOf = async (strapi: Strapi, actor: Actor): Promise<Pick<Known, 'roles' | 'mayGiveRole' | 'mayGiveTerritory'>> => {
  const snapshot = await accessOf(strapi).snapshot();
  const given = new Map<string, boolean>();
  return {
    roles: new Set(snapshot.roles.keys()),
    mayGiveRole(role) {
      const known = given.get(role) ?? canGrant(actor, snapshot.reach([role]));
      given.set(role, known);
      return known;
    },
    mayGiveTerritory: (territory) => beyondTerritories(actor, [territory], []) < 0,
  };
};

/** What the site knows of rows, by a few statements for all of them. In a transaction the territories stay until its end. */
export const knownOf = async (strapi: Strapi, actor: Actor, rows: readonly Pick<PersonRow, 'email' | 'territory'>[]): Promise<Known> => {
  const territories = new Map<string, number>();
  for (const some of parts(rows.flatMap(({ territory }) => (territory === '' ? [] : [territory])))) {
    for (const [key, id] of await membersOf(strapi).territories.numbersOf(some)) territories.set(key, id);
  }
  const members = new Map<string, { isInvited: boolean }>();
  const taken = new Set<string>();
  for (const some of parts(rows.flatMap(({ email }) => (mayBeAddress(email) ? [email.toLowerCase()] : [])))) {
    await sideBySide([
      async () => (await membersOf(strapi).statusesOf(some)).forEach((status, email) => members.set(email, { isInvited: status === 'invited' })),
      async () => (await membersOf(strapi).takenAmong(some)).forEach((email) => taken.add(email)),
    ]);
  }
  return { ...(await ceilingOf(strapi, actor)), territories, members, taken, seen: new Set() };
};
