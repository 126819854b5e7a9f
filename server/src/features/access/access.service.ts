import type { Strapi } from '../../host/strapi';
import { clockPort } from '../../kernel/clock';
import { RosterError } from '../../kernel/errors';
import type { Reach } from '../../kernel/reach';
import type { AuditActor } from '../../kernel/record';
import { liveRoles, membersOf } from '../members';
import { createAccessRepository } from './access.repository';
import type { Registry } from './domain/registry';
import type { Compiled, Unfit } from './domain/with-stored';
import type { Cell } from './domain/snapshot';
import { createEditing } from './editing';
import { readRoleLabels } from './role-labels';
import { seedAccess } from './seeding';
import { createSnapshots } from './snapshots';
import { createStoredBindings } from './stored-bindings';

/** Roles and the matrix: what is stored, compiled for the request, and changed by whoever may. */
export const createAccessService = ({ strapi }: { strapi: Strapi }) => {
  const repository = createAccessRepository(strapi);
  const snapshots = createSnapshots(strapi, repository);
  let built: Compiled | undefined;

  const registry = (): Registry => {
    if (!built) throw new Error('The registry is built in register().');
    return built.registry;
  };
  const editing = createEditing(strapi, { repository, snapshots, registry });

  return {
    /** Features, actions and bindings: fixed from boot to boot. */
    get registry() {
      return registry();
    },
    useRegistry(compiled: Compiled): void {
      built = compiled;
    },
    /** Bindings of the panel that do not fit the site's types any more. */
    unfit: (): readonly Unfit[] => built?.unfit ?? [],

    /** Bindings that were made in the panel. */
    stored: createStoredBindings(strapi),

    /** The matrix at a revision, or at the present one. */
    snapshot: snapshots,
    roles: repository.roles,

    /** What roles are called. */
    labels: () => readRoleLabels(repository),

    /** What the live roles of a member allow, now, before his restriction. Nothing for somebody who is not there. */
    async reachOf(member: string): Promise<Reach> {
      return (await snapshots()).reach(liveRoles(await membersOf(strapi).grants(member), clockPort.of(strapi)()));
    },

    seed: () => seedAccess(strapi, repository, registry()),

    /** @throws RosterError UNKNOWN_ROLE */
    async assertRole(key: string, path = 'role'): Promise<void> {
      const { roles } = await snapshots();
      if (!roles.has(key)) throw new RosterError('UNKNOWN_ROLE', `Unknown role "${key}".`, { path });
    },

    isAdmin: async (roles: readonly string[]): Promise<boolean> => (await snapshots()).reach(roles).roles.some(({ key }) => key === 'admin'),

    isCustom: async (role: string): Promise<boolean> => (await snapshots()).roles.get(role)?.kind === 'custom',

    /** @throws RosterError UNKNOWN_FEATURE, UNKNOWN_ACTION, UNKNOWN_ROLE, VALIDATION_FAILED, ROLE_LOCKED */
    async assertCells(cells: readonly Cell[]): Promise<void> {
      await editing.assertCells(cells);
    },

    /**
     * Changes cells, all or none, with one audit entry per role that holds the difference.
     * @throws RosterError as `assertCells`
     */
    setCells: (cells: readonly Cell[], by: AuditActor): Promise<void> => editing.setCells(cells, by),
  };
};

export type AccessService = ReturnType<typeof createAccessService>;
