import type { FieldKind, Scalar } from '../../../../../contracts/conditions';

/** What a record holds in a field: nothing, one value, or several. Dates are moments in ms, relations documentIds. */
export type Found = Scalar | readonly Scalar[] | undefined;

const own = (holder: unknown, name: string): unknown =>
  typeof holder === 'object' && holder !== null && Object.hasOwn(holder, name) ? (holder as Readonly<Record<string, unknown>>)[name] : undefined;

/** Large numbers come out of a database as text. */
const toNumber = (raw: unknown): number | undefined => {
  if (typeof raw === 'string') return raw.trim() === '' ? undefined : toNumber(Number(raw));
  return typeof raw === 'number' && Number.isFinite(raw) ? raw : undefined;
};

const toText = (raw: unknown): string | undefined => (typeof raw === 'string' ? raw : undefined);

const toMoment = (raw: unknown): number | undefined => toNumber(raw instanceof Date ? raw.getTime() : typeof raw === 'string' ? Date.parse(raw) : undefined);

const CONVERT: Readonly<Record<FieldKind, (raw: unknown) => Scalar | undefined>> = {
  number: toNumber,
  text: toText,
  boolean: (raw) => (typeof raw === 'boolean' ? raw : undefined),
  date: toMoment,
  enum: toText,
  relation: (raw) => toText(own(raw, 'documentId')),
};

/** Whatever stands at the end of a path: a list on the way is each of its elements. */
const collect = (at: unknown, segments: readonly string[], from: number, into: unknown[]): void => {
  if (Array.isArray(at)) for (const element of at) collect(element, segments, from, into);
  else if (from === segments.length) into.push(at);
  else collect(own(at, segments[from] ?? ''), segments, from + 1, into);
};

const convertAll = (raws: readonly unknown[], convert: (raw: unknown) => Scalar | undefined): Found => {
  const values = raws.map(convert).filter((value) => value !== undefined);
  return values.length < 2 ? values[0] : values;
};

/** Reads a field of one record. What is not of the field's kind is no value. */
export type Reader = (record: unknown) => Found;

/** In small letters, for what doesn't tell capitals from them. */
export const fold = (text: string): string => text.toLowerCase();

/** The same of whatever texts there are. */
export const foldAny = (found: Found): Found => {
  if (found === undefined) return undefined;
  return typeof found === 'object' ? found.map((text) => fold(String(text))) : fold(String(found));
};

/** Prepares the way to a field. Own properties alone are read, at each step. */
export const readerOf = (path: string, kind: FieldKind): Reader => {
  const segments = path.split('.');
  const convert = CONVERT[kind];
  return (record) => {
    let at = record;
    for (let step = 0; step < segments.length; step += 1) {
      at = own(at, segments[step] as string);
      if (!Array.isArray(at)) continue;
      const raws: unknown[] = [];
      collect(at, segments, step + 1, raws);
      return convertAll(raws, convert);
    }
    return convert(at);
  };
};

/** The same as a person reads it: dates as the record has them. */
export const tell = (record: unknown, path: string, kind: FieldKind): Scalar | readonly Scalar[] | null => {
  const raws: unknown[] = [];
  collect(record, path.split('.'), 0, raws);
  const values = raws.filter((raw) => CONVERT[kind](raw) !== undefined);
  const told = values.map((raw) => (raw instanceof Date ? raw.toISOString() : kind === 'date' ? String(raw) : (CONVERT[kind](raw) as Scalar)));
  return (told.length < 2 ? told[0] : told) ?? null;
};
