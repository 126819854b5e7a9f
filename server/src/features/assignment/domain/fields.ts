import type { FieldKind } from '../../../../../contracts/conditions';

/** One field that a rule may read. */
export interface Field {
  readonly kind: FieldKind;
  /** What an enumeration may hold. */
  readonly values?: readonly string[];
  /** uid of the type that a relation leads to. */
  readonly target?: string;
}

/**
 * What a model offers to rules, by path: `arr`, `segment` (the related record itself), `segment.name` (a field
 * of it), `address.city` (a field of a component). A map, so that no name of a field is a name of its own.
 */
export type FieldCatalogue = ReadonlyMap<string, Field>;
