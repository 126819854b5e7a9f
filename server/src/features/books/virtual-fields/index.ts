import { extendContentApi } from '../../../host/content-api';
import { queryByOwner } from '../../../host/owner-queries';
import type { Strapi } from '../../../host/strapi';
import { createPort } from '../../../kernel/port';
import { isData } from '../domain/virtual-fields';
import { addOwnersToSchema } from './graphql';
import { createOwnerQueries } from './queries';
import { createReading } from './reading';
import { isTold, offersOf, siteOf } from './site';
import { createOwnerWrites, splitData } from './writes';

const rest = createPort<() => void>('the rest of virtual fields', () => () => undefined);

/**
 * `owner` and `coOwners` as fields of the records that have them, over REST and GraphQL: to read, to find and
 * sort by, to write; and `viewerCan` of whatever is governed, to read. No attributes: whoever does not ask for them gets what the host alone would answer.
 * In `register`, before the guards; `completeVirtualFields` follows in `bootstrap`.
 */
export const installVirtualFields = (strapi: Strapi): void => {
  const offers = offersOf(strapi);
  if (offers.size === 0) return;
  const read = createReading(strapi);
  const queries = createOwnerQueries(strapi, siteOf(strapi, offers), read);
  const writes = createOwnerWrites(strapi, offers);

  extendContentApi(strapi, {
    ...queries,
    takeInput: (uid, data) => (isData(data) && isTold(strapi) ? splitData(offers.get(uid), data) : undefined),
  });
  addOwnersToSchema(strapi, offers, read);
  writes.takeIn();
  rest.provide(strapi, () => {
    writes.carryOut();
    queryByOwner(strapi, queries.conditionsNow);
  });
};

/** What needs the database, and what belongs behind the guards. */
export const completeVirtualFields = (strapi: Strapi): void => rest.of(strapi)();
