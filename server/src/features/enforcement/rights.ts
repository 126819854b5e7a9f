import { boundBy, routesBoundBy, scopesOfPlugin } from '../../host/routes';
import type { RequestContext, Strapi } from '../../host/strapi';
import { isGrantee, type Actor } from '../../kernel/actor';
import { ACTION_FOR, FIELD_WRITE_ACTION, type Operation } from '../../kernel/binding';
import type { Reach } from '../../kernel/reach';
import { accessOf } from '../access';
import type { EnforcementGate } from './gate';
import { createMemo } from './memo';

/** The host's REST and GraphQL actions on a content type, by the operation that they carry out. */
const HOST_ACTIONS: Readonly<Record<string, Operation>> = { find: 'read', findOne: 'read', create: 'create', update: 'update', delete: 'delete' };

export interface Asked {
  readonly feature: string;
  readonly action: string;
  readonly type?: string;
  readonly operation?: Operation;
}

const CAN = 'plugin::roster.can';

const cellOf = (config: Readonly<Record<string, unknown>>): Asked => ({ feature: String(config['feature']), action: String(config['action']) });

/**
 * Which of the host's auth scopes stand for which cell: the actions on governed types, and the routes
 * that `plugin::roster.can` binds. From it come the rights that a member gets for a request, and the
 * reason when the host refuses. What is only observed is left to the host.
 */
export const createRights = (strapi: Strapi, gate: EnforcementGate) => {
  let asked: Map<string, readonly Asked[]> | undefined;
  const remembered = createMemo<Reach, readonly { action: string }[]>();

  /** Several routes may share a handler, and so a scope: it opens with any of their cells, and the policy decides for each. */
  const scopes = (): Map<string, readonly Asked[]> => {
    if (asked) return asked;
    asked = new Map();
    const { bindings, routeMode } = accessOf(strapi).registry;
    for (const { type, feature, kind } of [...bindings.values()].filter(({ mode }) => mode === 'enforce')) {
      for (const [name, operation] of Object.entries(HOST_ACTIONS)) {
        asked.set(`${type}.${name}`, [{ type, operation, feature, action: ACTION_FOR[kind][operation] }]);
      }
    }
    for (const { scope, config } of routeMode === 'enforce' ? routesBoundBy(strapi, CAN) : []) {
      asked.set(scope, [...(asked.get(scope) ?? []), cellOf(config)]);
    }
    return asked;
  };

  /** A field of another feature is written through the type's own update: that cell opens the route as well. */
  const opens = (reach: Reach, { type, operation, feature, action }: Asked): boolean => {
    if (type !== undefined && gate.isClosed(type)) return false;
    if (reach.mask(feature, action) !== 0) return true;
    const fields = type !== undefined && operation === 'update' ? accessOf(strapi).registry.bindings.get(type)?.fields : undefined;
    return [...(fields?.values() ?? [])].some((other) => reach.mask(other, FIELD_WRITE_ACTION) !== 0);
  };

  const granted = (reach: Reach): readonly { action: string }[] =>
    remembered(reach, 'types', () => [...scopes()].filter(([, cells]) => cells.some((cell) => opens(reach, cell))).map(([action]) => ({ action })));

  /** Every member may ask the plugin's own API; what he gets there is decided behind each route. */
  const ours = (reach: Reach): readonly { action: string }[] => remembered(reach, 'plugin', () => [...scopesOfPlugin(strapi, 'roster').map((action) => ({ action })), ...granted(reach)]);

  /** The host weighs each right of each request: on a route of somebody else, those to the plugin's own are of no use. */
  const isElsewhere = ({ state }: RequestContext): boolean => {
    const { apiName, pluginName } = (state.route?.info ?? {}) as { apiName?: string; pluginName?: string };
    return apiName !== undefined || (pluginName !== undefined && pluginName !== 'roster');
  };

  /** Whether the plugin decides over a scope for this actor: not where a type leaves whoever is no member to the host. */
  const isDecidedHere = (actor: Actor, scope: string): boolean =>
    (scopes().get(scope) ?? []).some(({ type }) => type === undefined || gate.bindingFor(actor, type) !== undefined);

  return {
    /** The user's own rights, without those on governed types, and with those that his roles give. */
    of(request: RequestContext, actor: Actor, own: readonly { action: string }[]): readonly { action: string }[] {
      const elsewhere = own.filter(({ action }) => !isDecidedHere(actor, action));
      if (!isGrantee(actor)) return elsewhere;
      return [...elsewhere, ...(isElsewhere(request) ? granted(actor.reach) : ours(actor.reach))];
    },
    /** The cell that a refused request asked for: its own route's, or the one that its scope stands for. */
    asked(request: RequestContext | undefined, refused: readonly string[]): Asked | undefined {
      const bound = request && accessOf(strapi).registry.routeMode === 'enforce' ? boundBy(request.state.route, CAN) : undefined;
      if (bound) return cellOf(bound);
      const cells = refused.flatMap((scope) => scopes().get(scope) ?? []);
      return cells.find(({ type }) => type === undefined || gate.binding(type) !== undefined);
    },
  };
};

export type Rights = ReturnType<typeof createRights>;
