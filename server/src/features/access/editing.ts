import type { ErrorCode } from '../../../../contracts/errors';
import { isScope, isScopeOf } from '../../../../contracts/scopes';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { RosterError } from '../../kernel/errors';
import { recordPort, type AuditActor, type AuditFact } from '../../kernel/record';
import type { AccessRepository } from './access.repository';
import type { Registry } from './domain/registry';
import type { Cell, Snapshot } from './domain/snapshot';
import type { Snapshots } from './snapshots';

type Change = Cell & { readonly from: string };

const checkCell = (registry: Registry, snapshot: Snapshot, { role, feature, action, scope }: Cell, index: number): void => {
  const at = (key: string) => ({ path: `data.cells[${index}].${key}` });
  const unknown = (code: ErrorCode, key: string, value: string) => new RosterError(code, `Unknown ${key} "${value}".`, at(key));
  if (!registry.has(feature)) throw unknown('UNKNOWN_FEATURE', 'feature', feature);
  if (!registry.has(feature, action)) throw unknown('UNKNOWN_ACTION', 'action', action);
  if (!snapshot.roles.has(role)) throw unknown('UNKNOWN_ROLE', 'role', role);
  if (!isScope(scope)) throw unknown('VALIDATION_FAILED', 'scope', scope);
  if (!isScopeOf(scope, action)) throw new RosterError('VALIDATION_FAILED', `A share is view only: "${action}" does not have the scope "${scope}".`, at('scope'));
  if (role === 'admin') throw new RosterError('ROLE_LOCKED', undefined, at('role'));
};

/** One entry per role, with the difference. */
const factsOf = (changes: readonly Change[], by: AuditActor): AuditFact[] =>
  [...new Set(changes.map(({ role }) => role))].map((role) => ({
    action: 'role.cells-changed',
    actor: by,
    target: { type: 'role', id: role },
    details: {
      cells: changes.filter((change) => change.role === role).map(({ feature, action, from, scope }) => ({ feature, action, from, to: scope })),
    },
  }));

/** Changing the matrix: all the cells or none, in one transaction with the audit. */
export const createEditing = (strapi: Strapi, deps: { repository: AccessRepository; snapshots: Snapshots; registry: () => Registry }) => {
  const { repository, snapshots, registry } = deps;

  const assertCells = async (cells: readonly Cell[]): Promise<Snapshot> => {
    const snapshot = await snapshots();
    cells.forEach((cell, index) => checkCell(registry(), snapshot, cell, index));
    return snapshot;
  };

  return {
    assertCells,

    setCells: (cells: readonly Cell[], by: AuditActor): Promise<void> =>
      transaction(strapi, async () => {
        const before = await assertCells(cells);
        const changes = cells
          .map((cell) => ({ ...cell, from: before.scope(cell.role, cell.feature, cell.action) }))
          .filter(({ from, scope }) => from !== scope);
        if (changes.length === 0) return;
        for (const change of changes) await repository.setCell(change);
        await repository.bumpRevision();
        await recordPort.of(strapi)(...factsOf(changes, by));
      }),
  };
};
