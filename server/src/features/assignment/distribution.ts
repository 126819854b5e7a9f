import type { BookInfo, BooksInfo } from '../../../../contracts/http-availability';
import { countRecords } from '../../host/record-list';
import { sumByOwner } from '../../host/sum-by-owner';
import type { Strapi } from '../../host/strapi';
import { clockPort } from '../../kernel/clock';
import { ALWAYS } from '../../kernel/predicate';
import { booksOf, peopleAmong, possibleOwners } from '../books';
import { ALWAYS_THERE, createAvailabilityRepository, isAway } from './availability.repository';
import { owningType } from './check-rule';
import type { WaitingRepository } from './waiting.repository';

/** How the records of a type are spread: everybody who may own, and everybody who still does. */
export const distributionOf = async (strapi: Strapi, waiting: WaitingRepository, type: string): Promise<BooksInfo> => {
  const { value } = owningType(strapi, type, 'type');
  const able = (await possibleOwners(strapi)).map(({ documentId }) => documentId);
  const owned = await booksOf(strapi).countsOf(type, 'owner');
  const helping = await booksOf(strapi).countsOf(type, 'co-owner');
  const members = [...new Set([...able, ...owned.keys()])];
  const person = await peopleAmong(strapi, members);
  const worth = value === undefined ? undefined : await sumByOwner(strapi, type, value, members);
  const availability = await createAvailabilityRepository(strapi).all();
  const [now, mayOwn] = [clockPort.of(strapi)(), new Set(able)];

  const toInfo = (member: string): BookInfo => {
    const own = availability.get(member) ?? ALWAYS_THERE;
    return {
      member: person(member),
      mayOwn: mayOwn.has(member),
      owned: owned.get(member) ?? 0,
      coOwned: helping.get(member) ?? 0,
      value: worth ? (worth.get(member) ?? 0) : null,
      weight: own.weight,
      capacity: own.capacity,
      awayFrom: own.awayFrom?.toISOString() ?? null,
      awayUntil: own.awayUntil?.toISOString() ?? null,
      isAway: isAway(own, now),
    };
  };

  const limbo = [...owned].filter(([member]) => !mayOwn.has(member)).reduce((sum, [, count]) => sum + count, 0);
  const meta = { unassigned: await countRecords(strapi, type, { owners: 'nobody', within: ALWAYS }), limbo, waiting: await waiting.count(type), total: await countRecords(strapi, type, { owners: 'anybody', within: ALWAYS }) };
  return { data: members.map(toInfo), meta };
};
