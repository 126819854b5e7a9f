import type { Binding, Kind } from '../../../kernel/binding';
import { configError } from '../../../kernel/config';
import type { BindingConfig } from './access-config';
import { known, toOneRelations, type TypeShape } from './type-shape';

interface Place {
  readonly kind: Kind;
  readonly shape: TypeShape;
  readonly types: Readonly<Record<string, TypeShape>>;
  /** Of the binding in the configuration. */
  readonly path: string;
}

const isText = (type: string | undefined): boolean => type !== undefined && ['string', 'text', 'uid', 'enumeration'].includes(type);

/** A territory is told by its key: in a text of the record itself, or of the record behind a relation; by the documentId of one that has no key. */
export const compileTerritory = ({ territory }: BindingConfig, { kind, shape, types, path }: Place): Pick<Binding, 'territory' | 'territoryOf'> => {
  if (territory === undefined) return {};
  const at = `${path}.territory`;
  if (kind !== 'record') throw configError(at, 'only a binding of kind "record" has a territory');
  known(territory, Object.keys(shape.attributes), { path: at, what: 'field' });
  if (isText(shape.attributes[territory]?.type)) return { territory };
  const target = toOneRelations(shape).includes(territory) ? shape.attributes[territory]?.target : undefined;
  const behind = target === undefined ? undefined : types[target];
  if (target === undefined || !behind) throw configError(at, `"${territory}" is neither a text nor a to-one relation`);
  return { territory, territoryOf: { type: target, key: isText(behind.attributes['key']?.type) ? 'key' : 'documentId' } };
};
