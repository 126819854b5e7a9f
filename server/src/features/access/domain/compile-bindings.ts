import { KINDS, type Binding, type Kind, type Mode } from '../../../kernel/binding';
import { configError } from '../../../kernel/config';
import type { BindingConfig } from './access-config';
import { compileTerritory } from './compile-territory';
import { known, toOneRelations, type TypeShape } from './type-shape';

type Types = Readonly<Record<string, TypeShape>>;

/** What a site knows: its features, its content types, and the mode of bindings that name none. */
interface Site {
  readonly features: readonly string[];
  readonly types: Types;
  readonly mode: Mode;
}

/** Which key names the deciding record, for the kinds that have one. */
const VIA_KEY: Readonly<Partial<Record<Kind, 'parent' | 'target'>>> = { detail: 'parent', run: 'target' };

const compileVia = (config: BindingConfig, kind: Kind, shape: TypeShape, path: string): Binding['via'] => {
  for (const key of ['parent', 'target'] as const) {
    if (config[key] !== undefined && VIA_KEY[kind] !== key) throw configError(`${path}.${key}`, `a binding of kind "${kind}" has no ${key}`);
  }
  const key = VIA_KEY[kind];
  if (!key) return undefined;
  const attribute = config[key];
  if (attribute === undefined) throw configError(`${path}.${key}`, `a binding of kind "${kind}" needs the relation to its ${key}`);
  known(attribute, toOneRelations(shape), { path: `${path}.${key}`, what: 'to-one relation' });
  return { attribute, type: shape.attributes[attribute]?.target ?? '' };
};

const compileFields = (config: BindingConfig, features: readonly string[], shape: TypeShape, path: string): ReadonlyMap<string, string> => {
  const owners = new Map<string, string>();
  for (const [feature, attributes] of Object.entries(config.fields ?? {})) {
    known(feature, features, { path: `${path}.fields.${feature}`, what: 'feature' });
    attributes.forEach((attribute, index) => {
      const at = `${path}.fields.${feature}[${index}]`;
      known(attribute, Object.keys(shape.attributes), { path: at, what: 'field' });
      // It could be read and written from its other side, where this feature has no say.
      if (shape.attributes[attribute]?.type === 'relation') throw configError(at, `"${attribute}" is a relation, which cannot belong to another feature`);
      if (owners.has(attribute)) throw configError(at, `"${attribute}" belongs to "${owners.get(attribute)}" already`);
      owners.set(attribute, feature);
    });
  }
  return owners;
};

const compileOne = (uid: string, config: BindingConfig, { features, types, mode }: Site): Binding => {
  const path = `bindings['${uid}']`;
  known(uid, Object.keys(types), { path, what: 'content type' });
  const shape = types[uid] as TypeShape;
  const feature = known(config.feature, features, { path: `${path}.feature`, what: 'feature' });
  const kind = known(config.kind, KINDS, { path: `${path}.kind`, what: 'kind' }) as Kind;
  if (config.owns && kind !== 'record') throw configError(`${path}.owns`, 'only a binding of kind "record" has owners');
  if (config.value !== undefined) known(config.value, Object.keys(shape.attributes), { path: `${path}.value`, what: 'field' });
  const via = compileVia(config, kind, shape, path);
  return {
    type: uid,
    feature,
    kind,
    mode: config.mode ?? mode,
    nonMembers: config.nonMembers ?? 'closed',
    audit: config.audit ?? (kind === 'definition' ? 'changes' : 'fact'),
    ...(via && { via }),
    owns: config.owns ?? false,
    ...compileTerritory(config, { kind, shape, types, path }),
    ...(config.value !== undefined && { value: config.value }),
    fields: compileFields(config, features, shape, path),
  };
};

/** The deciding record must be governed too, and the chain must end. */
const checkChains = (bindings: ReadonlyMap<string, Binding>): void => {
  for (const binding of bindings.values()) {
    const seen = new Set([binding.type]);
    for (let at = binding; at.via; ) {
      const path = `bindings['${at.type}'].${VIA_KEY[at.kind] ?? 'parent'}`;
      const next = bindings.get(at.via.type);
      if (!next) throw configError(path, `"${at.via.type}" has no binding of its own`);
      if (seen.has(next.type)) throw configError(path, `runs in a circle back to "${next.type}"`);
      seen.add(next.type);
      at = next;
    }
  }
};

export const compileBindings = (configs: Readonly<Record<string, BindingConfig>>, site: Site): ReadonlyMap<string, Binding> => {
  const bindings = new Map(Object.entries(configs).map(([uid, config]) => [uid, compileOne(uid, config, site)]));
  checkChains(bindings);
  return bindings;
};
