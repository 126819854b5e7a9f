import { isScope } from '../../../../contracts/scopes';
import { STANDARD_ROLES } from '../../../../contracts/default-matrix';
import { STANDARD_ROLE_SEEDS } from '../../../../contracts/standard-roles';
import type { Strapi } from '../../host/strapi';
import { RosterError } from '../../kernel/errors';
import { recordPort, type AuditActor } from '../../kernel/record';
import { createAccessRepository, type RoleRow } from './access.repository';
import { defaultCells } from './domain/default-cells';
import type { Registry } from './domain/registry';
import { compileSnapshot, type Cell, type Snapshot } from './domain/snapshot';

const standardRoles = (): RoleRow[] =>
  STANDARD_ROLES.map((key, position) => ({ key, kind: 'standard', position, ...STANDARD_ROLE_SEEDS[key] }));

/** Roles and the matrix: what is stored, compiled for the request, and changed by whoever may. */
export const createAccessService = ({ strapi }: { strapi: Strapi }) => {
  const repository = createAccessRepository(strapi);
  let registry: Registry | undefined;
  let compiled: Snapshot | undefined;

  const theRegistry = (): Registry => {
    if (!registry) throw new Error('The registry is built in register().');
    return registry;
  };

  const checkCell = (cell: Cell, snapshot: Snapshot): void => {
    const { role, feature, action, scope } = cell;
    if (!theRegistry().has(feature)) throw new RosterError('UNKNOWN_FEATURE', `Unknown feature "${feature}".`, { path: 'feature' });
    if (!theRegistry().has(feature, action)) throw new RosterError('UNKNOWN_ACTION', `Unknown action "${action}".`, { path: 'action' });
    if (!snapshot.roles.has(role)) throw new RosterError('UNKNOWN_ROLE', `Unknown role "${role}".`, { path: 'role' });
    if (!isScope(scope)) throw new RosterError('VALIDATION_FAILED', `Unknown scope "${scope}".`, { path: 'scope' });
    if (role === 'admin') throw new RosterError('ROLE_LOCKED', undefined, { path: 'role' });
  };

  const service = {
    get registry() {
      return theRegistry();
    },
    useRegistry(built: Registry) {
      registry = built;
    },

    /** The matrix at this revision; compiled again when the revision moved. Revision first, then rows: never older than its label. */
    async snapshot(revision?: number): Promise<Snapshot> {
      const wanted = revision ?? (await repository.revision());
      if (compiled?.revision === wanted) return compiled;
      const [roles, cells] = [await repository.roles(), await repository.cells()];
      compiled = compileSnapshot(wanted, roles, cells);
      return compiled;
    },

    roles: repository.roles,

    async assertRole(key: string): Promise<void> {
      const snapshot = await service.snapshot();
      if (!snapshot.roles.has(key)) throw new RosterError('UNKNOWN_ROLE', `Unknown role "${key}".`, { path: 'role' });
    },

    /**
     * Changes cells, all or none, with one audit entry that holds the difference.
     * @throws RosterError UNKNOWN_FEATURE, UNKNOWN_ACTION, UNKNOWN_ROLE, VALIDATION_FAILED, ROLE_LOCKED
     */
    async setCells(cells: readonly Cell[], by: AuditActor): Promise<void> {
      await strapi.db.transaction(async () => {
        const before = await service.snapshot();
        for (const cell of cells) checkCell(cell, before);
        const changes = cells
          .map((cell) => ({ ...cell, from: before.scope(cell.role, cell.feature, cell.action) }))
          .filter(({ from, scope }) => from !== scope);
        if (changes.length === 0) return;
        for (const change of changes) await repository.setCell(change);
        await repository.bumpRevision();
        for (const role of new Set(changes.map((change) => change.role))) {
          await recordPort.of(strapi)({
            action: 'role.cells-changed',
            actor: by,
            target: { type: 'role', id: role },
            details: { cells: changes.filter((change) => change.role === role).map(({ feature, action, from, scope }) => ({ feature, action, from, to: scope })) },
          });
        }
      });
    },

    /** Seeds what is missing and touches nothing that is there. */
    async seed(): Promise<void> {
      const [before, cells] = [await repository.cells(), defaultCells(theRegistry().features)];
      const seeded = new Set(before.map(({ role, feature }) => `${role} ${feature}`));
      const missing = cells.filter(({ role, feature }) => !seeded.has(`${role} ${feature}`));
      await strapi.db.transaction(async () => {
        await repository.seed(standardRoles(), missing);
        if (before.length > 0 && missing.length > 0) await repository.bumpRevision();
      });
    },
  };
  return service;
};

export type AccessService = ReturnType<typeof createAccessService>;
