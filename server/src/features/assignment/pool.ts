import { sumByOwner } from '../../host/sum-by-owner';
import type { Strapi } from '../../host/strapi';
import { clockPort } from '../../kernel/clock';
import { booksOf, possibleOwners } from '../books';
import { membersOf } from '../members';
import { createAvailabilityRepository, isAway, ALWAYS_THERE } from './availability.repository';

/** Somebody who may own, with what a rotation asks of him. */
export interface Colleague {
  readonly member: string;
  readonly rank: number;
  readonly territories: ReadonlySet<string>;
  readonly weight: number;
  readonly capacity: number | null;
  readonly isAway: boolean;
}

/** Everybody who may own records of a type now, and what they have; what is given to them meanwhile counts at once. */
export interface Pool {
  readonly people: ReadonlyMap<string, Colleague>;
  owned(member: string): number;
  worth(member: string): number;
  give(member: string, value: number, from: string | null): void;
}

const counter = (start: ReadonlyMap<string, number>) => {
  const counts = new Map(start);
  return {
    of: (member: string): number => counts.get(member) ?? 0,
    add: (member: string, amount: number) => void counts.set(member, (counts.get(member) ?? 0) + amount),
  };
};

/** Reads the pool of a type: a handful of statements, however many people there are. */
export const readPool = async (strapi: Strapi, type: string, value: string | undefined): Promise<Pool> => {
  const members = await possibleOwners(strapi);
  const ids = members.map(({ documentId }) => documentId);
  const territories = await membersOf(strapi).territoriesOf(ids);
  const availability = await createAvailabilityRepository(strapi).all();
  const counts = counter(await booksOf(strapi).ownedBy(type, ids));
  const sums = counter(value === undefined ? new Map() : await sumByOwner(strapi, type, value, ids));
  const now = clockPort.of(strapi)();
  const people = members.map(({ id, documentId }): [string, Colleague] => {
    const own = availability.get(documentId) ?? ALWAYS_THERE;
    return [documentId, { member: documentId, rank: id, territories: new Set(territories.get(documentId) ?? []), weight: own.weight, capacity: own.capacity, isAway: isAway(own, now) }];
  });
  return {
    people: new Map(people),
    owned: counts.of,
    worth: sums.of,
    give(member, amount, from) {
      counts.add(member, 1);
      sums.add(member, amount);
      if (from === null) return;
      counts.add(from, -1);
      sums.add(from, -amount);
    },
  };
};
