import { PANEL_PERMISSIONS, panelAction, type PanelPermission } from '../../../../contracts/panel-permissions';
import { boundBy } from '../../host/routes';
import { currentRequest, type RequestContext, type Strapi } from '../../host/strapi';
import { isGrantee } from '../../kernel/actor';
import { ACTION_FOR, PUBLISH_ACTION, type Binding, type Operation } from '../../kernel/binding';
import type { Question } from '../../kernel/door';
import { accessOf, decide } from '../access';
import type { Actors } from './actors';
import type { EnforcementGate } from './gate';
import type { Refusals } from './refusal';
import type { Rights } from './rights';

interface Cell extends Question {
  readonly feature: string;
  readonly action: string;
}

const EXPLORER = 'plugin::content-manager.explorer.';
const OPERATIONS: Readonly<Record<string, Operation>> = { read: 'read', create: 'create', update: 'update', delete: 'delete', publish: 'update' };

/** The rights that a route of the panel asks for. */
const askedBy = (request: RequestContext, policy: string): string[] => (boundBy(request.state.route, policy)?.['actions'] ?? []) as string[];

/** What opens our own pages, by the right that their routes ask for. */
const PAGES: ReadonlyMap<string, (typeof PANEL_PERMISSIONS)[PanelPermission]['openedBy']> = new Map(
  Object.entries(PANEL_PERMISSIONS).map(([name, { openedBy }]) => [panelAction(name as PanelPermission), openedBy]),
);

/** The host refuses at its doors before a guard is asked. Where that stands for a cell of the matrix, it is said so, with its code. */
export const createExplanations = (strapi: Strapi, deps: { actors: Actors; gate: EnforcementGate; refusals: Refusals; rights: Rights }) => {
  const { actors, gate, refusals, rights } = deps;

  const refusalOf = (cell: Cell, record: string | undefined): Error | undefined => {
    const actor = actors.current();
    const question = { ...cell, ...(record !== undefined && { record }) };
    if (cell.type !== undefined && gate.isClosed(cell.type)) return refusals.refuse(actor, 'ENFORCEMENT_UNAVAILABLE', question);
    const { code } = decide(actor, cell.feature, cell.action);
    return code && refusals.refuse(actor, code, question);
  };

  const cellsOf = ({ type, feature, kind }: Binding, name: string): Cell[] => {
    const operation = OPERATIONS[name] ?? 'read';
    const publishes = name === 'publish' && accessOf(strapi).registry.has(feature, PUBLISH_ACTION);
    return [
      { type, operation, feature, action: ACTION_FOR[kind][operation] },
      ...(publishes ? [{ type, operation: 'publish', feature, action: PUBLISH_ACTION }] : []),
    ];
  };

  /** A page of ours that the host has just refused: by its cell, or because it takes an admin, or a member at all. */
  const refusalOfPage = (right: string, record: string | undefined): Error | undefined => {
    const openedBy = PAGES.get(right);
    if (openedBy === undefined) return undefined;
    if (typeof openedBy === 'object') return refusalOf({ feature: openedBy.cell[0], action: openedBy.cell[1] }, record);
    const actor = actors.current();
    return refusals.refuse(actor, isGrantee(actor) ? 'PERMISSION_DENIED' : 'NOT_A_MEMBER', {}, { right });
  };

  const firstOf = <T>(list: readonly T[], refuse: (one: T) => Error | undefined): Error | undefined => {
    for (const one of list) {
      const refusal = refuse(one);
      if (refusal) return refusal;
    }
    return undefined;
  };

  return {
    /** For auth scopes that the host refused. */
    scopes(scopes: readonly string[]): Error | undefined {
      const request = currentRequest(strapi);
      const cell = rights.asked(request, scopes);
      if (cell) return refusalOf(cell, request?.params?.['id']);
      const actor = actors.current();
      // Our own API is every member's to ask.
      return !isGrantee(actor) && scopes.some((scope) => scope.startsWith('plugin::roster.')) ? refusals.refuse(actor, 'NOT_A_MEMBER', {}) : undefined;
    },

    /** For a route of the panel: of the Content Manager, on a governed type, or of ours. */
    panel(request: RequestContext): Error | undefined {
      const { model, id, documentId } = request.params;
      const binding = model === undefined ? undefined : gate.binding(model);
      const onRecords = askedBy(request, 'plugin::content-manager.hasPermissions').map((action) => action.replace(EXPLORER, ''));
      const record = id ?? documentId;
      if (!binding) return firstOf(askedBy(request, 'admin::hasPermissions'), (right) => refusalOfPage(right, record));
      const cells = (onRecords.length > 0 ? onRecords : ['read']).flatMap((name) => cellsOf(binding, name));
      return firstOf(cells, (cell) => refusalOf(cell, record));
    },
  };
};

export type Explanations = ReturnType<typeof createExplanations>;
