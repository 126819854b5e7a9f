import { from, metaOf } from './predicate-sql';
import type { Strapi } from './strapi';

interface Attribute {
  readonly type: string;
  readonly component?: string;
  readonly components?: readonly string[];
}

interface Model {
  readonly uid: string;
  readonly modelType?: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

interface Holder {
  readonly uid: string;
  readonly isComponent: boolean;
  readonly attribute: string;
}

/** Where the host keeps which component belongs to what: a table per holder, a row per component. */
interface Attached extends PromiseLike<{ entity_id: number }[]> {
  where(where: object): Attached;
  select(column: string): Attached;
}

const holdersOf = (strapi: Strapi, component: string): Holder[] =>
  ([...Object.values(strapi.contentTypes), ...Object.values(strapi.components)] as unknown as Model[]).flatMap((model) =>
    Object.entries(model.attributes)
      .filter(([, { type, component: one, components = [] }]) => (type === 'component' && one === component) || (type === 'dynamiczone' && components.includes(component)))
      .map(([attribute]) => ({ uid: model.uid, isComponent: model.modelType === 'component', attribute })),
  );

/** The rows that hold a component in one of their attributes. */
const attachedTo = async (strapi: Strapi, holder: Holder, component: string, id: number): Promise<number[]> => {
  const table = metaOf(strapi, holder.uid).attributes[holder.attribute]?.joinTable?.name;
  if (!table) return [];
  const rows = from(strapi, table) as unknown as Attached;
  const found = await rows.where({ cmp_id: id, component_type: component, field: holder.attribute }).select('entity_id');
  return found.map(({ entity_id: entity }) => entity);
};

/** Whether the running actor sees a record that holds this component, directly or in another component. */
export const isComponentVisible = async (strapi: Strapi, component: string, id: number): Promise<boolean> => {
  for (const holder of holdersOf(strapi, component)) {
    const rows = await attachedTo(strapi, holder, component, id);
    if (rows.length === 0) continue;
    if (!holder.isComponent) {
      // Through the query guard: a hidden record does not count.
      if ((await strapi.db.query(holder.uid as never).count({ where: { id: { $in: rows } } as never })) > 0) return true;
      continue;
    }
    for (const row of rows) if (await isComponentVisible(strapi, holder.uid, row)) return true;
  }
  return false;
};

