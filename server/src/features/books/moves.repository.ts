import { distinctWithin } from '../../host/distinct-within';
import { insertRows } from '../../host/rows';
import { own, type Strapi } from '../../host/strapi';
import type { Predicate } from '../../kernel/predicate';
import { toRow, type Entry } from './books.repository';

const ENTRY = own('entry');

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

    /** Gives records to a member who may help with some of them. A record that got an owner meanwhile is a unique violation. */
    async reseat(type: string, list: readonly { readonly record: string; readonly from: string | null }[], member: string, why: Pick<Entry, 'source' | 'rule'>): Promise<void> {
      const records = list.map(({ record }) => record);
      const owned = list.filter(({ from }) => from !== null).map(({ record }) => record);
      await entries().deleteMany({ where: { type, kind: 'co-owner', member, record: { $in: records } } });
      if (owned.length > 0) await entries().updateMany({ where: { type, kind: 'owner', record: { $in: owned } }, data: { member, ...why } });
      const unowned = list.filter(({ from }) => from === null);
      await insertRows(strapi, ENTRY, unowned.map(({ record }) => toRow({ type, record, member, kind: 'owner', ...why })));
    },
  };
};
