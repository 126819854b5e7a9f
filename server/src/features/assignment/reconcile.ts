import { listRecords } from '../../host/record-list';
import type { Strapi } from '../../host/strapi';
import { asSystem } from '../../kernel/frame';
import { ALWAYS } from '../../kernel/predicate';
import { accessOf } from '../access';
import type { Occasions } from './occasions';
import type { Rulebooks } from './rulebook';

/**
 * Offers the rules every record without an owner: for those that came past every occasion, by a data transfer, by
 * SQL, or while the plugin was off. Who has an owner keeps him; no rule is asked where none matches.
 */
export const reconcile = (strapi: Strapi, rulebooks: Rulebooks, offer: Occasions['offer']): Promise<number> =>
  asSystem(async () => {
    let placed = 0;
    for (const { type, owns } of accessOf(strapi).registry.bindings.values()) {
      if (!owns || (await rulebooks(type)).rules.length === 0) continue;
      for (const record of await listRecords(strapi, type, { owners: 'nobody', within: ALWAYS })) if ((await offer(type, record)) === 'give') placed += 1;
    }
    return placed;
  });
