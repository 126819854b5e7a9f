import { currentRequest, type Strapi } from '../../../host/strapi';
import type { Abilities } from '../../../../../contracts/http-check';
import { doorPort } from '../../../kernel/door';
import { groupBy } from '../../../kernel/group-by';
import { createBooksRepository } from '../books.repository';
import { ABILITIES_FIELD, isOwnerField, type VirtualField } from '../domain/virtual-fields';
import type { Target } from '../owners';
import { ownershipsOf, type Ownership } from '../ownership';
import { withPeople, type Owners } from '../people';
import { createBatch } from './batch';

export type Values = Partial<Owners & { readonly [ABILITIES_FIELD]: Abilities }>;

/** Fields of one record; asked for many at once, they cost a few statements a type, and one for all people. */
export type Reading = (target: Target, fields: ReadonlySet<VirtualField>) => Promise<Values>;

type Load<Value> = (target: Target) => Promise<Value>;

const keyOf = ({ type, record }: Target): string => `${type} ${record}`;

const byType = async <Value>(targets: readonly Target[], load: (type: string, records: readonly string[]) => Promise<ReadonlyMap<string, Value>>): Promise<ReadonlyMap<string, Value>> => {
  const found = new Map<string, Value>();
  for (const [type, ofType] of groupBy(targets, (target) => target.type)) {
    const values = await load(type, [...new Set(ofType.map(({ record }) => record))]);
    for (const [record, value] of values) found.set(keyOf({ type, record }), value);
  }
  return found;
};

/** Of each request its own: one that waits within a transaction must not wait for the connection that it holds. */
const perRequest = <Value>(strapi: Strapi, load: (targets: readonly Target[]) => Promise<readonly Value[]>): Load<Value> => {
  const batches = new WeakMap<object, Load<Value>>();
  return (target) => {
    const request = currentRequest(strapi) ?? strapi;
    const batch = batches.get(request) ?? createBatch(load);
    batches.set(request, batch);
    return batch(target);
  };
};

/** Whether the caller sees a record is for the door to ask: owners are told of any, and what one may do with what one does not see is nothing. */
export const createReading = (strapi: Strapi): Reading => {
  const repository = createBooksRepository(strapi);

  const owners = perRequest(strapi, async (targets): Promise<readonly Owners[]> => {
    const found = await byType(targets, async (type, records) => {
      const ownerships = await ownershipsOf(repository, type, records);
      return new Map(records.map((record, index) => [record, ownerships[index] as Ownership]));
    });
    return withPeople(strapi, targets.map((target) => found.get(keyOf(target)) as Ownership));
  });

  const abilities = perRequest(strapi, async (targets): Promise<readonly Abilities[]> => {
    const found = await byType(targets, (type, records) => doorPort.of(strapi).abilities(type, records));
    return targets.map((target) => found.get(keyOf(target)) ?? {});
  });

  return async (target, fields) => {
    const [people, viewerCan] = await Promise.all([
      [...fields].some(isOwnerField) ? owners(target) : undefined,
      fields.has(ABILITIES_FIELD) ? abilities(target) : undefined,
    ]);
    const values: Values = { ...people, ...(viewerCan && { viewerCan }) };
    return Object.fromEntries([...fields].map((field) => [field, values[field]]));
  };
};
