import { ACTIONS, FEATURES } from '../../../../../contracts/default-matrix';
import { CREATE_ACTION, type Binding, type Mode } from '../../../kernel/binding';
import type { AccessConfig } from './access-config';
import { compileBindings } from './compile-bindings';
import type { TypeShape } from './type-shape';

export interface FeatureDefinition {
  readonly key: string;
  readonly actions: readonly string[];
}

/** Features, actions and bindings of a site: fixed from boot to boot. */
export interface Registry {
  readonly features: readonly FeatureDefinition[];
  /** All actions of all features: the eight standard ones first, then the site's own in order of appearance. */
  readonly actions: readonly string[];
  readonly bindings: ReadonlyMap<string, Binding>;
  /** Of routes that `plugin::roster.can` binds. */
  readonly routeMode: Mode;
  has(feature: string, action?: string): boolean;
  /** What one may be allowed with a record of a type that is there: the actions of its feature, without creating. */
  actionsOn(type: string): readonly string[];
}

/** Builds the registry, or throws `CONFIG_INVALID` with the path of the key and the nearest right name. */
export const createRegistry = (config: AccessConfig, types: Readonly<Record<string, TypeShape>>): Registry => {
  const features: FeatureDefinition[] = FEATURES.map((key) => ({ key, actions: config.features?.[key]?.actions ?? ACTIONS }));
  for (const [key, { actions }] of Object.entries(config.features ?? {})) {
    if (!features.some((feature) => feature.key === key)) features.push({ key, actions: actions ?? ACTIONS });
  }
  const byKey = new Map(features.map((feature) => [feature.key, new Set(feature.actions)]));
  const bindings = compileBindings(config.bindings ?? {}, { features: [...byKey.keys()], types, mode: config.mode ?? 'enforce' });
  return {
    features,
    actions: [...new Set([...ACTIONS, ...features.flatMap(({ actions }) => actions)])],
    bindings,
    routeMode: config.mode ?? 'enforce',
    has: (feature, action) => {
      const actions = byKey.get(feature);
      return actions !== undefined && (action === undefined || actions.has(action));
    },
    actionsOn: (type) => [...(byKey.get(bindings.get(type)?.feature ?? '') ?? [])].filter((action) => action !== CREATE_ACTION),
  };
};
