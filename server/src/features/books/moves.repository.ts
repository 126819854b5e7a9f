import { distinctWithin } from '../../host/distinct-within';
import { insertRows } from '../../host/rows';
import { own, type Strapi } from '../../host/strapi';
import type { Predicate } from '../../kernel/predicate';
import { toRow, type Entry } from './books.repository';

const ENTRY = own('entry');

interface Reseated {
  readonly record: string;
  readonly from: string | null;
  /** Whether the new owner is a co-owner until now. */
  readonly isHelped: boolean;
}

/** Entries of many records at once. */
export const createMovesRepository = (strapi: Strapi) => {
  const entries = () => strapi.db.query(ENTRY);
  return {
    /** Members who own or help with records of a type within a predicate. */
    holdersWithin: (type: string, within: Predicate) =>
      distinctWithin(strapi, ENTRY, { column: 'member', where: { type, kind: ['owner', 'co-owner'] }, type, within }),

    async removeOwners(type: string, records: readonly string[]): Promise<void> {
      await entries().deleteMany({ where: { type, kind: 'owner', record: { $in: [...records] } } });
    },

    /**
     * Gives records to a member, who helps no more with those that he helped with. To look for help that isn't there would
     * hold the gap between others on MySQL. A record that got an owner meanwhile is a unique violation.
     */
    async reseat(type: string, list: readonly Reseated[], member: string, why: Pick<Entry, 'source' | 'rule'>): Promise<void> {
      const owned = list.filter(({ from }) => from !== null).map(({ record }) => record);
      const helped = list.filter(({ isHelped }) => isHelped).map(({ record }) => record);
      if (helped.length > 0) await entries().deleteMany({ where: { type, kind: 'co-owner', member, record: { $in: helped } } });
      if (owned.length > 0) await entries().updateMany({ where: { type, kind: 'owner', record: { $in: owned } }, data: { member, ...why } });
      const unowned = list.filter(({ from }) => from === null);
      await insertRows(strapi, ENTRY, unowned.map(({ record }) => toRow({ type, record, member, kind: 'owner', ...why })));
    },
  };
};
