import type { ErrorCode } from '../../../../contracts/errors';
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

  const checkCell = ({ role, feature, action, scope }: Cell, index: number, snapshot: Snapshot): void => {
    const fail = (code: ErrorCode, key: string, value: string) =>
      new RosterError(code, `Unknown ${key} "${value}".`, { path: `data.cells[${index}].${key}` });
    if (!theRegistry().has(feature)) throw fail('UNKNOWN_FEATURE', 'feature', feature);
    if (!theRegistry().has(feature, action)) throw fail('UNKNOWN_ACTION', 'action', action);
    if (!snapshot.roles.has(role)) throw fail('UNKNOWN_ROLE', 'role', role);
    if (!isScope(scope)) throw fail('VALIDATION_FAILED', 'scope', scope);
    if (role === 'admin') throw new RosterError('ROLE_LOCKED', undefined, { path: `data.cells[${index}].role` });
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
      const fresh = compileSnapshot(wanted, roles, cells);
      // What a transaction has not committed may never be: remember only what every request can see.
      if (!strapi.db.inTransaction()) compiled = fresh;
      return fresh;
    },

    roles: repository.roles,

    async assertRole(key: string): Promise<void> {
      const snapshot = await service.snapshot();
      if (!snapshot.roles.has(key)) throw new RosterError('UNKNOWN_ROLE', `Unknown role "${key}".`, { path: 'role' });
    },

    /** @throws RosterError UNKNOWN_FEATURE, UNKNOWN_ACTION, UNKNOWN_ROLE, VALIDATION_FAILED, ROLE_LOCKED */
    async assertCells(cells: readonly Cell[]): Promise<void> {
      const snapshot = await service.snapshot();
      cells.forEach((cell, index) => checkCell(cell, index, snapshot));
    },

    /**
     * Changes cells, all or none, with one audit entry that holds the difference.
     * @throws RosterError UNKNOWN_FEATURE, UNKNOWN_ACTION, UNKNOWN_ROLE, VALIDATION_FAILED, ROLE_LOCKED
     */
    async setCells(cells: readonly Cell[], by: AuditActor): Promise<void> {
      await strapi.db.transaction(async () => {
        const before = await service.snapshot();
        cells.forEach((cell, index) => checkCell(cell, index, before));
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
