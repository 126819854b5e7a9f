import { configError } from '../../../kernel/config';
import { nearest } from '../../../kernel/nearest';

/** What the registry needs to know of a content type. */
export interface TypeShape {
  readonly attributes: Readonly<Record<string, { readonly type: string; readonly relation?: string; readonly target?: string }>>;
}

/** The value if it is one of the known names; else an error that names the key and the nearest right name. */
export const known = (value: string, names: readonly string[], at: { path: string; what: string }): string => {
  if (names.includes(value)) return value;
  const guess = nearest(value, names);
  throw configError(at.path, `unknown ${at.what} "${value}"${guess ? `, did you mean "${guess}"?` : ''}`);
};

/** Attributes that point at one record or at none. */
export const toOneRelations = (type: TypeShape): string[] =>
  Object.entries(type.attributes)
    .filter(([, { type: kind, relation }]) => kind === 'relation' && (relation === 'manyToOne' || relation === 'oneToOne'))
    .map(([name]) => name);
