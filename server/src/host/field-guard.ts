import { every, type Predicate } from '../kernel/predicate';
import { toColumn } from './columns';
import type { Gate, QueryBuilder } from './gate';
import { applyPredicate, from, metaOf } from './predicate-sql';
import { toWhere } from './predicate-where';
import type { Strapi } from './strapi';

type Attributes = Record<string, { type: string; target?: string; searchable?: boolean }>;

const attributesOf = (strapi: Strapi, uid: string): Attributes =>
  metaOf(strapi, uid).attributes as unknown as Attributes;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/**
 * The rows on which a filter or a sort may look: those where every narrow field that it mentions is
 * open to the actor, at any depth. Elsewhere the field does not exist, and a filter on it would tell.
 */
const mentions = (strapi: Strapi, gate: Gate, uid: string, condition: unknown): { here: Predicate[]; deeper: boolean } => {
  const found = { here: [] as Predicate[], deeper: false };
  const visit = (value: unknown, type: string, depth: number): void => {
    if (Array.isArray(value)) value.forEach((item) => visit(item, type, depth));
    else if (typeof value === 'string') note(value, type, depth);
    else if (isObject(value)) {
      for (const [key, nested] of Object.entries(value)) {
        note(key, type, depth);
        const target = attributesOf(strapi, type)[key]?.target;
        if (target) visit(nested, target, depth + 1);
        else if (key.startsWith('$')) visit(nested, type, depth);
      }
    }
  };
  const note = (attribute: string, type: string, depth: number): void => {
    if (!gate.governs(type)) return;
    const rows = gate.narrowFields(type).get(attribute);
    if (!rows) return;
    if (depth === 0) found.here.push(rows);
    else found.deeper = true;
  };
  visit(condition, uid, 0);
  return found;
};

/** `_q` without the narrow fields: the host searches all text columns at once, so search the others one by one. */
const searchOpenFields = (strapi: Strapi, uid: string, narrow: ReadonlyMap<string, Predicate>, query: string) => ({
  $or: Object.entries(attributesOf(strapi, uid))
    .filter(([name, { type, searchable }]) => ['string', 'text', 'uid', 'email', 'enumeration', 'richtext'].includes(type) && searchable !== false && !narrow.has(name))
    .map(([name]) => ({ [name]: { $containsi: query } })),
});

/** A field as a column that is NULL on the rows where the actor may not read it. */
const openColumn = (strapi: Strapi, builder: QueryBuilder, on: { uid: string; attribute: string; rows: Predicate }) => {
  const column = toColumn(strapi, on.uid, on.attribute);
  if (on.rows.kind === 'never') return strapi.db.connection.raw('null as ??', [column]);
  const open = from(strapi, `${metaOf(strapi, on.uid).tableName} as rf`)
    .select(`rf.${column}`)
    .whereRaw('?? = ??', ['rf.id', `${builder.alias}.id`])
    .where((nested) => applyPredicate(strapi, nested, on.rows, { uid: on.uid, alias: 'rf' }));
  return strapi.db.connection.raw('? as ??', [open as never, column]);
};

/**
 * Fields of a feature that the actor may not read on all the rows that he sees: they come as NULL,
 * are not searched, and a filter or sort that mentions one sees only the rows where it is open.
 * Called before the host processes the query; returns what is to be done after.
 */
export const hideFields = (strapi: Strapi, gate: Gate, builder: QueryBuilder, uid: string): (() => void) | undefined => {
  const { state } = builder;
  const { here, deeper } = mentions(strapi, gate, uid, [state.where, state.orderBy, isObject(state.filters) ? state.filters : []]);
  if (deeper) state.where = [...state.where, { id: { $in: [] } }];
  if (here.length > 0) state.where = [...state.where, toWhere(strapi, uid, every(...here))];

  const narrow = gate.governs(uid) ? gate.narrowFields(uid) : undefined;
  if (!narrow || narrow.size === 0) return undefined;

  if (state.search !== null && state.search !== undefined) {
    state.where = [...state.where, searchOpenFields(strapi, uid, narrow, String(state.search))];
    state.search = null;
  }
  const meta = attributesOf(strapi, uid);
  const scalars = [...narrow].filter(([attribute]) => meta[attribute] && !['relation', 'component', 'dynamiczone', 'media'].includes(meta[attribute].type));
  if (state.type === 'select' && state.select.length > 0) {
    const asked = state.select.includes('*') ? Object.keys(meta).filter((name) => 'columnName' in (meta[name] ?? {})) : state.select;
    const hidden = new Map(scalars.map(([attribute, rows]) => [attribute, openColumn(strapi, builder, { uid, attribute, rows })]));
    state.select = asked.map((name) => (typeof name === 'string' ? (hidden.get(name) ?? name) : name));
  }
  return () => {
    if (!isObject(state.populate)) return;
    for (const attribute of narrow.keys()) delete state.populate[attribute];
  };
};
