import type { Strapi } from '../../host/strapi';
import { routesBoundBy } from '../../host/routes';
import { configError } from '../../kernel/config';
import { nearest } from '../../kernel/nearest';
import { witnessPort } from '../../kernel/observation';
import { accessOf, decide } from '../access';
import { enforcementOf } from './enforcement.service';
import { narrowRequest } from './narrowing';

/**
 * Binds a route to a cell of the matrix:
 * `policies: [{ name: 'plugin::roster.can', config: { feature: 'analytics', action: 'view' } }]`.
 */
export interface CanConfig {
  readonly feature: string;
  readonly action: string;
  /** Content types whose reads within the request also stay within this cell's scope (an export of one's own). */
  readonly narrows?: readonly string[];
}

const CAN = 'plugin::roster.can';

export const canPolicy = (_context: unknown, { feature, action, narrows = [] }: CanConfig, { strapi }: { strapi: Strapi }): true => {
  const { actors, refusals, uses } = enforcementOf(strapi).internals;
  const actor = actors.current();
  const decision = decide(actor, feature, action);
  const mode = accessOf(strapi).registry.routeMode;
  if (mode === 'off') return true;
  if (mode === 'observe') {
    if (decision.code) witnessPort.of(strapi)(actor, { feature, action, code: decision.code });
    return true;
  }
  if (decision.code) throw refusals.refuse(actor, decision.code, { feature, action });
  uses.noteCell(actor, feature, action);
  narrowRequest(strapi, narrows, { feature, action });
  return true;
};

/** Stops the boot at a route that asks for a cell which does not exist: it could never be allowed. */
export const checkRoutes = (strapi: Strapi): void => {
  const { registry } = accessOf(strapi);
  for (const { scope, config } of routesBoundBy(strapi, CAN)) {
    const { feature, action, narrows = [] } = config as unknown as CanConfig;
    const at = (key: string) => `the policy ${CAN} on "${scope}", ${key}`;
    const known = registry.features.find(({ key }) => key === feature);
    const suggest = (word: string, names: readonly string[]) => {
      const guess = nearest(String(word), names);
      return guess ? `, did you mean "${guess}"?` : '';
    };
    if (!known) throw configError(at('feature'), `unknown feature "${feature}"${suggest(feature, registry.features.map(({ key }) => key))}`);
    if (!known.actions.includes(action)) throw configError(at('action'), `unknown action "${action}"${suggest(action, known.actions)}`);
    const unbound = narrows.find((type) => !registry.bindings.has(type));
    if (unbound !== undefined) throw configError(at('narrows'), `"${unbound}" has no binding${suggest(unbound, [...registry.bindings.keys()])}`);
  }
};

/** The types that routes narrow, each with one of those routes: they stop the boot when nothing binds these types. */
export const narrowedTypes = (strapi: Strapi): ReadonlyMap<string, string> =>
  new Map(routesBoundBy(strapi, CAN).flatMap(({ scope, config }) => ((config as unknown as CanConfig).narrows ?? []).map((type) => [type, scope] as const)));
