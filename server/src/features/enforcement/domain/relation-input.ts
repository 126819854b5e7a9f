/** One reference in the input of a relation, as the host reads it (`map-relation`). */
export interface Ref {
  readonly documentId?: string;
  readonly id?: number | string;
  /** Content type, in a polymorphic relation. */
  readonly type?: string;
}

/** Where a reference stands: what it does to the relation. */
export type RefRole = 'set' | 'connect' | 'disconnect' | 'position';

/** Answers with what to write instead of a reference, or with the reference itself. */
export type RefVisitor = (ref: Ref, role: RefRole) => Ref;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The host takes whatever `parseInt` can read for a numeric id, any other string for a documentId. */
const parse = (value: unknown): Ref | undefined => {
  if (typeof value === 'number') return { id: value };
  if (typeof value !== 'string') return undefined;
  return Number.isNaN(parseInt(value, 10)) ? { documentId: value } : { id: value };
};

const plain = (ref: Ref): unknown => ref.documentId ?? ref.id;

const mapPlace = (place: unknown, type: string | undefined, visit: RefVisitor): unknown => {
  const ref = parse(place);
  return ref ? plain(visit({ ...ref, ...(type !== undefined && { type }) }, 'position')) : place;
};

const mapPosition = (position: Record<string, unknown>, type: string | undefined, visit: RefVisitor) => {
  const at = typeof position['__type'] === 'string' ? position['__type'] : type;
  return {
    ...position,
    ...('before' in position && { before: mapPlace(position['before'], at, visit) }),
    ...('after' in position && { after: mapPlace(position['after'], at, visit) }),
  };
};

const mapObject = (value: Record<string, unknown>, role: RefRole, visit: RefVisitor): unknown => {
  const type = typeof value['__type'] === 'string' ? value['__type'] : undefined;
  const documentId = typeof value['documentId'] === 'string' ? value['documentId'] : undefined;
  const id = value['id'] as Ref['id'];
  const seen = visit(
    { ...(documentId !== undefined ? { documentId } : id !== undefined && { id }), ...(type !== undefined && { type }) },
    role,
  );
  return {
    ...value,
    ...(seen.documentId !== undefined && { documentId: seen.documentId }),
    ...(seen.id !== undefined && { id: seen.id }),
    ...(isObject(value['position']) && { position: mapPosition(value['position'], type, visit) }),
  };
};

const mapList = (value: unknown, role: RefRole, visit: RefVisitor): unknown => {
  if (Array.isArray(value)) return value.map((item) => mapList(item, role, visit));
  if (isObject(value)) return mapObject(value, role, visit);
  const ref = parse(value);
  return ref ? plain(visit(ref, role)) : value;
};

/** Rewrites every reference in the input of a relation, in whichever of the host's notations it is written. */
export const mapRelationInput = (input: unknown, visit: RefVisitor): unknown => {
  if (isObject(input) && !Array.isArray(input) && !('id' in input) && !('documentId' in input)) {
    const out: Record<string, unknown> = { ...input };
    for (const role of ['set', 'connect', 'disconnect'] as const) {
      if (input[role] !== undefined && input[role] !== null) out[role] = mapList(input[role], role, visit);
    }
    return out;
  }
  return mapList(input, 'set', visit);
};

/**
 * Whether the input replaces what is linked (`set`, a list, a value, null), rather than adding to or taking from it.
 * The host looks at nothing else once there is a `set`; `{ set: null }` does nothing.
 */
export const replaces = (input: unknown): boolean =>
  !isObject(input) || Array.isArray(input) || 'id' in input || 'documentId' in input || Boolean(input['set']);

/** Whether the input leaves nothing linked. */
export const empties = (input: unknown): boolean => {
  const set = isObject(input) && !Array.isArray(input) && 'set' in input ? input['set'] : input;
  return set === null || (Array.isArray(set) && set.length === 0);
};

/** The same input with more records in its `set`. */
export const withAlso = (input: unknown, refs: readonly unknown[]): unknown => {
  const set = isObject(input) && !Array.isArray(input) && 'set' in input ? input['set'] : input;
  const list: unknown[] = set === null || set === undefined ? [] : Array.isArray(set) ? set : [set];
  return { set: [...list, ...refs] };
};

/** Whether the input links to any record. */
export const namesAny = (input: unknown): boolean => {
  let named = false;
  mapRelationInput(input, (ref, role) => {
    if ((role === 'set' || role === 'connect') && (ref.documentId !== undefined || ref.id !== undefined)) named = true;
    return ref;
  });
  return named;
};
