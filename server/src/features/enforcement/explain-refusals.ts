import { PANEL_PERMISSIONS, panelAction } from '../../../../contracts/panel-permissions';
import { boundBy } from '../../host/routes';
import { currentRequest, type RequestContext, type Strapi } from '../../host/strapi';
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

/** The cells that pages of ours stand for, by the right that opens them. */
const PAGE_CELLS: ReadonlyMap<string, Cell> = new Map(
  Object.entries(PANEL_PERMISSIONS).flatMap(([name, { openedBy }]): [string, Cell][] =>
    typeof openedBy === 'object' ? [[panelAction(name as keyof typeof PANEL_PERMISSIONS), { feature: openedBy.cell[0], action: openedBy.cell[1] }]] : [],
  ),
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

  return {
    /** For auth scopes that the host refused. */
    scopes(scopes: readonly string[]): Error | undefined {
      const request = currentRequest(strapi);
      const cell = rights.asked(request, scopes);
      return cell && refusalOf(cell, request?.params?.['id']);
    },

    /** For a route of the panel: of the Content Manager, on a governed type, or of ours. */
    panel(request: RequestContext): Error | undefined {
      const { model, id, documentId } = request.params;
      const binding = model === undefined ? undefined : gate.binding(model);
      const onRecords = askedBy(request, 'plugin::content-manager.hasPermissions').map((action) => action.replace(EXPLORER, ''));
      const cells = binding
        ? (onRecords.length > 0 ? onRecords : ['read']).flatMap((name) => cellsOf(binding, name))
        : askedBy(request, 'admin::hasPermissions').flatMap((action) => PAGE_CELLS.get(action) ?? []);
      for (const cell of cells) {
        const refusal = refusalOf(cell, id ?? documentId);
        if (refusal) return refusal;
      }
      return undefined;
    },
  };
};

export type Explanations = ReturnType<typeof createExplanations>;
