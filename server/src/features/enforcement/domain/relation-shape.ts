import { RosterError } from '../../../kernel/errors';

/** How the host reads a slot: by `__type` in a polymorphic relation, by row id where a column holds it. */
export interface SlotShape {
  readonly path: string;
  readonly polymorphic: boolean;
  readonly byRowId: boolean;
}

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);
const isKey = (value: unknown): value is string | number => typeof value === 'string' || Number.isSafeInteger(value);

const malformed = ({ path }: SlotShape): RosterError =>
  new RosterError('VALIDATION_FAILED', 'A related record is named by one documentId or one id.', { path });

const position = (value: unknown, shape: SlotShape): Plain => {
  if (!isPlain(value)) throw malformed(shape);
  const { before, after, start, end, __type } = value;
  if ((before !== undefined && !isKey(before)) || (after !== undefined && !isKey(after))) throw malformed(shape);
  if (__type !== undefined && typeof __type !== 'string') throw malformed(shape);
  return {
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    ...(start !== undefined && { start: Boolean(start) }),
    ...(end !== undefined && { end: Boolean(end) }),
    ...(__type !== undefined && { __type }),
  };
};

const longHand = (value: Plain, shape: SlotShape): Plain => {
  const { id, documentId, __type, locale, status } = value;
  if ((documentId !== undefined && typeof documentId !== 'string') || (id !== undefined && !isKey(id))) throw malformed(shape);
  if ((__type !== undefined && typeof __type !== 'string') || (shape.polymorphic && __type === undefined)) throw malformed(shape);
  // The one key that the host will use, so that no other slips past the check of the first.
  const named = (shape.byRowId ? id : documentId) ?? documentId ?? id;
  if (named === undefined) throw malformed(shape);
  return {
    ...(named === documentId && typeof documentId === 'string' ? { documentId } : { id: named }),
    ...(__type !== undefined && { __type }),
    ...(typeof locale === 'string' && { locale }),
    ...(typeof status === 'string' && { status }),
    ...(value['position'] !== undefined && value['position'] !== null && { position: position(value['position'], shape) }),
  };
};

const element = (value: unknown, shape: SlotShape): unknown => {
  if (isPlain(value)) return longHand(value, shape);
  if (!isKey(value) || shape.polymorphic) throw malformed(shape);
  return value;
};

const elements = (value: unknown, shape: SlotShape): unknown =>
  Array.isArray(value) ? value.filter((item) => item !== null && item !== undefined).map((item) => element(item, shape)) : element(value, shape);

/**
 * The input of a relation in the host's own notations and nothing else. The host coerces: to it `["acme"]`
 * is "acme", and `__pivot` writes into the link table; what it understands and a check does not is a way past the check.
 * @throws RosterError VALIDATION_FAILED with the path of the relation
 */
export const strictRelationInput = (input: unknown, shape: SlotShape): unknown => {
  if (input === null || input === undefined) return input;
  if (!isPlain(input) || 'id' in input || 'documentId' in input) return elements(input, shape);
  const operations = (['set', 'connect', 'disconnect'] as const).filter((key) => input[key] !== undefined && input[key] !== null);
  const { options } = input;
  return {
    ...Object.fromEntries(operations.map((key) => [key, elements(input[key], shape)])),
    ...(isPlain(options) && { options: { strict: Boolean(options['strict']) } }),
  };
};
