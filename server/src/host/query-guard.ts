import type { Operation } from '../kernel/binding';
import { RosterError } from '../kernel/errors';
import { carriedWithinReach, isCarrier } from './carriers';
import { hideFields } from './field-guard';
import type { Gate, Join, QueryBuilder } from './gate';
import { toHttpError } from './http-errors';
import { dropMorphCounts } from './morph-counts';
import { rowWithin, toWhere, toWhereOfFew } from './predicate-where';
import type { Strapi } from './strapi';

const OPERATION_OF: Readonly<Record<string, Operation>> = { insert: 'create', update: 'update', delete: 'delete', truncate: 'delete' };

const NO_COLUMNS: readonly unknown[] = [];

/** By an id, or by the row that it hangs on: the host asks for relations by the alias of a join. */
const NAMING = /^(id|documentId|t\d+\.\w+)$/;

const isNaming = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return value !== null && value !== undefined;
  return Array.isArray(value) || '$eq' in value || '$in' in value;
};

/** Whether a statement names the rows that it is about, besides what is within reach. */
const namesRows = (where: unknown): boolean => {
  if (Array.isArray(where)) return where.some(namesRows);
  if (typeof where !== 'object' || where === null) return false;
  return Object.entries(where).some(([key, value]) => (key === '$and' ? namesRows(value) : NAMING.test(key) && isNaming(value)));
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
    gate.noteRead(uid, NO_COLUMNS);
    const predicate = gate.predicate(uid, 'read');
    // What goes into the ON of a join: a row that the actor may not see joins as NULL.
    if (predicate.kind !== 'always') join.on = { ...join.on, ...rowWithin(strapi, uid, predicate, join.alias) };
  };

  const guardRoot = (builder: QueryBuilder, uid: string, columns: readonly unknown[]): void => {
    const operation = OPERATION_OF[builder.state.type] ?? 'read';
    if (operation === 'read') gate.noteRead(uid, columns);
    const predicate = gate.predicate(uid, operation);
    if (operation === 'create') {
      // An INSERT has no WHERE: only who reaches every record may write below the document service.
      if (predicate.kind !== 'always') throw toHttpError(new RosterError('USE_DOCUMENTS'));
      return;
    }
    if (predicate.kind === 'always') return;
    const { where } = builder.state;
    const within = operation === 'read' && namesRows(where) ? toWhereOfFew(strapi, uid, predicate, builder.alias) : toWhere(strapi, uid, predicate);
    builder.state.where = [...where, within];
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
      const columns = this.state.type === 'select' ? this.state.select : NO_COLUMNS;
      const finishFields = gate.narrows() ? hideFields(strapi, gate, this, uid) : undefined;
      if (gate.governs(uid)) guardRoot(this, uid, columns);
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
