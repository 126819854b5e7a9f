import type { Predicate } from '../kernel/predicate';
import type { Operation } from '../kernel/binding';
import { RosterError } from '../kernel/errors';
import { carriedWithinReach, isCarrier } from './carriers';
import { hideFields } from './field-guard';
import type { Gate, Join, QueryBuilder } from './gate';
import { toHttpError } from './http-errors';
import { dropMorphCounts } from './morph-counts';
import { applyPredicate, from, metaOf } from './predicate-sql';
import { toWhere } from './predicate-where';
import type { Strapi } from './strapi';

const OPERATION_OF: Readonly<Record<string, Operation>> = { insert: 'create', update: 'update', delete: 'delete', truncate: 'delete' };

/** What goes into the ON of a join: a row that the actor may not see joins as NULL. */
const joinCondition = (strapi: Strapi, uid: string, predicate: Predicate, alias: string): Record<string, unknown> => {
  if (predicate.kind === 'never') return { id: strapi.db.connection.raw('null') };
  const seen = from(strapi, `${metaOf(strapi, uid).tableName} as rg`)
    .select('rg.id')
    .whereRaw('?? = ??', ['rg.id', `${alias}.id`])
    .where((nested) => applyPredicate(strapi, nested, predicate, { uid, alias: 'rg' }));
  return { id: seen };
};

/**
 * Wraps `createQueryBuilder`, through which every statement of the ORM passes: find, count, populate
 * at any depth, associations of GraphQL, relation counts, `strapi.db.query`, `queryBuilder`.
 * Records outside the actor's reach then do not exist for reads, and cannot be hit by writes.
 * The property is public but undocumented, so a canary checks at boot that the guard is in force.
 */
export const installQueryGuard = (strapi: Strapi, gate: Gate): void => {
  const manager = strapi.db.entityManager as unknown as { createQueryBuilder(uid: string): QueryBuilder };
  const create = manager.createQueryBuilder;
  const uidOfTable = new Map<string, string>();
  for (const [uid, meta] of strapi.db.metadata as unknown as Map<string, { tableName: string }>) {
    if (gate.isBound(uid)) uidOfTable.set(meta.tableName, uid);
  }
  const guardedJoins = new WeakSet<Join>();

  const guardJoin = (join: Join): void => {
    const uid = uidOfTable.get(join.referencedTable);
    if (!uid || guardedJoins.has(join)) return;
    guardedJoins.add(join);
    const predicate = gate.predicate(uid, 'read');
    if (predicate.kind !== 'always') join.on = { ...join.on, ...joinCondition(strapi, uid, predicate, join.alias) };
  };

  const guardRoot = (builder: QueryBuilder, uid: string): void => {
    const operation = OPERATION_OF[builder.state.type] ?? 'read';
    const predicate = gate.predicate(uid, operation);
    if (operation === 'create') {
      // An INSERT has no WHERE: only who reaches every record may write below the document service.
      if (predicate.kind !== 'always') throw toHttpError(new RosterError('USE_DOCUMENTS'));
      return;
    }
    if (predicate.kind !== 'always') builder.state.where = [...builder.state.where, toWhere(strapi, uid, predicate)];
  };

  const guardCarrier = (builder: QueryBuilder, uid: string): void => {
    const within = gate.limited() && builder.state.type !== 'insert' ? carriedWithinReach(strapi, gate, uid) : undefined;
    if (within) builder.state.where = [...builder.state.where, within];
  };

  const guard = (builder: QueryBuilder, uid: string): QueryBuilder => {
    const process = builder.processState;
    const clone = builder.clone;
    builder.processState = function guardedProcessState(this: QueryBuilder) {
      if (this.state.processed) return;
      const finishFields = gate.narrows() ? hideFields(strapi, gate, this, uid) : undefined;
      if (gate.governs(uid)) guardRoot(this, uid);
      if (isCarrier(uid)) guardCarrier(this, uid);
      process.call(this);
      this.state.joins.forEach(guardJoin);
      if (gate.limited()) dropMorphCounts(strapi, this, uid);
      finishFields?.();
    };
    builder.clone = function guardedClone(this: QueryBuilder) {
      return guard(clone.call(this), uid);
    };
    return builder;
  };

  manager.createQueryBuilder = function guardedCreateQueryBuilder(uid) {
    return guard(create.call(this, uid), uid);
  };
};
