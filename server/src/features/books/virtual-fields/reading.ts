import { currentRequest, type Strapi } from '../../../host/strapi';
import { createBooksRepository } from '../books.repository';
import type { Target } from '../owners';
import { ownershipsOf, type Ownership } from '../ownership';
import { withPeople, type Owners } from '../people';
import { createBatch } from './batch';

const keyOf = ({ type, record }: Target): string => `${type} ${record}`;

/** Owner and co-owners of one record; asked for many at once, they cost one statement a type, and one for the people. */
export type Reading = (target: Target) => Promise<Owners>;

/** Whether the caller sees a record is for the door to ask: this tells of any. */
export const createReading = (strapi: Strapi): Reading => {
  const repository = createBooksRepository(strapi);
  /** Of each request its own: one that waits within a transaction must not wait for the connection that it holds. */
  const batches = new WeakMap<object, Reading>();

  const load = async (targets: readonly Target[]): Promise<readonly Owners[]> => {
    const records = new Map<string, Set<string>>();
    for (const { type, record } of targets) records.set(type, (records.get(type) ?? new Set()).add(record));
    const found = new Map<string, Ownership>();
    for (const [type, set] of records) {
      const list = [...set];
      const ownerships = await ownershipsOf(repository, type, list);
      list.forEach((record, index) => found.set(keyOf({ type, record }), ownerships[index] as Ownership));
    }
    return withPeople(strapi, targets.map((target) => found.get(keyOf(target)) as Ownership));
  };

  return (target) => {
    const request = currentRequest(strapi) ?? strapi;
    const batch = batches.get(request) ?? createBatch(load);
    batches.set(request, batch);
    return batch(target);
  };
};
