/**
 * A condition on the rows of one content type, as data: the same predicate becomes a `where` of the
 * ORM, a raw condition in a JOIN, and a sentence for a person. Always positive, so that what is
 * unknown is outside.
 */
export type Predicate =
  | { readonly kind: 'always' }
  | { readonly kind: 'never' }
  /** A column of the type itself holds this value (null: holds none). */
  | { readonly kind: 'equals'; readonly attribute: string; readonly value: string | null }
  /** A column of the type itself holds one of these values. */
  | { readonly kind: 'oneOf'; readonly attribute: string; readonly values: readonly string[] }
  /** An entry of the member on this record exists; with `after`, one that ends after that moment or never. */
  | { readonly kind: 'entry'; readonly member: string; readonly type: string; readonly entryKind: string; readonly after?: string }
  /** The record that a to-one relation points at satisfies `target`. */
  | { readonly kind: 'via'; readonly attribute: string; readonly targetType: string; readonly target: Predicate }
  | { readonly kind: 'any'; readonly of: readonly Predicate[] }
  | { readonly kind: 'every'; readonly of: readonly Predicate[] };

export const ALWAYS: Predicate = { kind: 'always' };
export const NEVER: Predicate = { kind: 'never' };

export const isSame = (a: Predicate, b: Predicate): boolean => JSON.stringify(a) === JSON.stringify(b);

const distinct = (predicates: readonly Predicate[]): Predicate[] =>
  predicates.filter((predicate, index) => predicates.findIndex((other) => isSame(predicate, other)) === index);

/** OR, with the trivial cases folded away. Nothing to choose from is nothing allowed. */
export const any = (...predicates: readonly Predicate[]): Predicate => {
  if (predicates.some(({ kind }) => kind === 'always')) return ALWAYS;
  const rest = distinct(predicates.filter(({ kind }) => kind !== 'never'));
  const [only] = rest;
  if (!only) return NEVER;
  return rest.length === 1 ? only : { kind: 'any', of: rest };
};

/** AND, with the trivial cases folded away. */
export const every = (...predicates: readonly Predicate[]): Predicate => {
  if (predicates.some(({ kind }) => kind === 'never')) return NEVER;
  const rest = distinct(predicates.filter(({ kind }) => kind !== 'always'));
  const [only] = rest;
  if (!only) return ALWAYS;
  return rest.length === 1 ? only : { kind: 'every', of: rest };
};

/** The condition on the record behind a relation, unless it is trivial. */
export const via = (attribute: string, targetType: string, target: Predicate): Predicate =>
  target.kind === 'always' || target.kind === 'never' ? target : { kind: 'via', attribute, targetType, target };

/** A column holds one of these values. Of no values it holds none. */
export const oneOf = (attribute: string, values: readonly string[]): Predicate =>
  values.length === 0 ? NEVER : { kind: 'oneOf', attribute, values };

/**
 * Whether one row of a record may satisfy it and another not: a draft can lie in another territory, or hang
 * on another parent, than what is published. An owner or an entry is the same for all of them.
 */
export const variesByRow = (predicate: Predicate): boolean => {
  switch (predicate.kind) {
    case 'via':
    case 'oneOf':
      return true;
    case 'any':
    case 'every':
      return predicate.of.some(variesByRow);
    default:
      return false;
  }
};
