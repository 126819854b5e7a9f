import type { Strapi } from '../../host/strapi';
import type { AccessRepository } from './access.repository';
import { compileSnapshot, type Snapshot } from './domain/snapshot';

/** The matrix, compiled once per revision and kept until the revision moves, on whichever node it was changed. */
export const createSnapshots = (strapi: Strapi, repository: AccessRepository) => {
  let compiled: Snapshot | undefined;

  /** At this revision, or at the present one. Revision first, then rows: a snapshot is never older than its label. */
  return async (revision?: number): Promise<Snapshot> => {
    const wanted = revision ?? (await repository.revision());
    if (compiled?.revision === wanted) return compiled;
    const [roles, cells] = [await repository.roles(), await repository.cells()];
    const fresh = compileSnapshot(wanted, roles, cells);
    // What a transaction has not committed may never be: remember only what every request can see.
    if (!strapi.db.inTransaction()) compiled = fresh;
    return fresh;
  };
};

export type Snapshots = ReturnType<typeof createSnapshots>;
