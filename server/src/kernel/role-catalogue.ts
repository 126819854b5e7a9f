import { createPort } from './port';

/** Lets a feature on the left check a role that a feature on the right keeps. */
export interface RoleCatalogue {
  /** @throws RosterError UNKNOWN_ROLE */
  assertRole(key: string): Promise<void>;
}

export const roleCataloguePort = createPort<RoleCatalogue>('role catalogue');
