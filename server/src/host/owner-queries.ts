import { RosterError } from '../kernel/errors';
import { OWNER_COLUMN } from '../kernel/owner-attribute';
import type { Join, QueryBuilder } from './gate';
import { toHttpError } from './http-errors';
import { metaOf } from './predicate-sql';
import { own, type Strapi } from './strapi';

interface Step {
  column?: unknown;
  order?: string;
}

interface Builder extends QueryBuilder {
  getAlias(): string;
  where(where: unknown): Builder;
  join(join: Join & { referencedColumn: string; rootTable: string; rootColumn: string }): Builder;
  /** The host calls it when joins and order of a statement are settled, and its columns not yet. */
  ensurePaginationOrderStability(): void;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const putIn = (value: unknown, conditionOf: (mark: string) => object | undefined): unknown => {
  if (Array.isArray(value)) return value.map((item) => putIn(item, conditionOf));
  if (!isPlain(value)) return value;
  const { documentId } = value;
  const mark = isPlain(documentId) ? documentId['$eq'] : undefined;
  const condition = typeof mark === 'string' ? conditionOf(mark) : undefined;
  return condition ?? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, putIn(item, conditionOf)]));
};

/** Relations that are populated are joined to their parents, whose column is selected: the host cannot sort these by what it joins besides (5.54). */
const isPopulated = ({ state }: QueryBuilder): boolean => state.select.some((column) => typeof column === 'string' && column.includes('.'));

/**
 * Finds and sorts records by owner, in every statement of the ORM: puts conditions in the place of their marks,
 * and has whatever goes by the projected column go by the name of the member in it.
 * `conditionsNow` gives the conditions of the running request, or nothing: most have none.
 */
export const queryByOwner = (strapi: Strapi, conditionsNow: () => ((mark: string) => object | undefined) | undefined): void => {
  const manager = strapi.db.entityManager as unknown as { createQueryBuilder(uid: string): Builder };
  const create = manager.createQueryBuilder;
  const { tableName: members } = metaOf(strapi, own('member'));

  const orderByName = (builder: Builder, step: Step): Step => {
    const [alias, column] = String(step.column).split('.');
    if (column !== OWNER_COLUMN || alias === undefined) return step;
    if (isPopulated(builder)) throw toHttpError(new RosterError('VALIDATION_FAILED', 'Records that hang on others cannot be in the order of their owners.', { path: 'sort' }));
    const member = builder.getAlias();
    builder.join({ alias: member, referencedTable: members, referencedColumn: 'document_id', rootTable: alias, rootColumn: OWNER_COLUMN });
    return { ...step, column: `${member}.name` };
  };

  manager.createQueryBuilder = function createQueryBuilderByOwner(uid) {
    const builder = create.call(this, uid);
    const { where, ensurePaginationOrderStability } = builder;
    builder.where = function whereByOwner(this: Builder, condition) {
      const conditionOf = conditionsNow();
      return where.call(this, conditionOf ? putIn(condition, conditionOf) : condition);
    };
    builder.ensurePaginationOrderStability = function orderByOwner(this: Builder) {
      const { state } = this;
      if (state.type === 'select' && Array.isArray(state.orderBy)) state.orderBy = (state.orderBy as Step[]).map((step) => orderByName(this, step));
      ensurePaginationOrderStability.call(this);
    };
    return builder;
  };
};
