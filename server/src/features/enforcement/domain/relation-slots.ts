import { RosterError } from '../../../kernel/errors';

/** What the walk needs to know of a model (content type or component). */
export interface Model {
  readonly uid: string;
  readonly attributes: Readonly<Record<string, ModelAttribute>>;
}

export interface ModelAttribute {
  readonly type: string;
  readonly relation?: string;
  readonly target?: string;
  readonly mappedBy?: string;
  readonly morphBy?: string;
  readonly useJoinTable?: boolean;
  readonly component?: string;
}

/** A relation in the data of a write, at whatever depth of components and dynamic zones. */
export interface Slot {
  readonly model: Model;
  readonly attribute: string;
  readonly relation: ModelAttribute;
  readonly path: string;
  readonly input: unknown;
  /** Row id of the component that holds it, where the data names one: only then there is something to keep. */
  readonly componentId?: number | string;
}

/** Answers with what to write instead of the slot's input; `undefined` leaves the key out. */
export type SlotVisitor = (slot: Slot) => unknown;

export type Data = Readonly<Record<string, unknown>>;
type Models = (uid: string) => Model | undefined;

const isObject = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

const mapComponent = (value: unknown, uid: string | undefined, at: { path: string; models: Models; visit: SlotVisitor }): unknown => {
  const model = uid === undefined ? undefined : at.models(uid);
  return isObject(value) && model ? mapSlots(model, value, at) : value;
};

/** The host coerces the name of a component too: what is no name is no component. */
const mapZoneItem = (item: Data, at: { path: string; models: Models; visit: SlotVisitor }): unknown => {
  const uid: unknown = item?.['__component'];
  if (typeof uid !== 'string') throw new RosterError('VALIDATION_FAILED', 'A component is named by `__component`.', { path: at.path });
  return mapComponent(item, uid, at);
};

/** Copies the data of a write, with every relation in it passed through the visitor. */
export const mapSlots = (model: Model, data: Data, at: { path: string; models: Models; visit: SlotVisitor }): Data => {
  const out: [string, unknown][] = [];
  for (const [key, value] of Object.entries(data)) {
    const attribute = model.attributes[key];
    const here = { ...at, path: at.path ? `${at.path}.${key}` : key };
    if (attribute?.type === 'relation' && value !== undefined) {
      const componentId = at.path ? (data['id'] as Slot['componentId']) : undefined;
      const slot: Slot = { model, attribute: key, relation: attribute, path: here.path, input: value, ...(componentId !== undefined && { componentId }) };
      const replaced = at.visit(slot);
      if (replaced !== undefined) out.push([key, replaced]);
    } else if (attribute?.type === 'component' && Array.isArray(value)) {
      out.push([key, value.map((item, index) => mapComponent(item, attribute.component, { ...here, path: `${here.path}[${index}]` }))]);
    } else if (attribute?.type === 'component') {
      out.push([key, mapComponent(value, attribute.component, here)]);
    } else if (attribute?.type === 'dynamiczone' && Array.isArray(value)) {
      out.push([key, value.map((item: Data, index) => mapZoneItem(item, { ...here, path: `${here.path}[${index}]` }))]);
    } else out.push([key, value]);
  }
  return Object.fromEntries(out);
};
