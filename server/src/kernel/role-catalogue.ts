import { createPort } from './port';

/** Lets a feature on the left ask about roles that a feature on the right keeps. */
export interface RoleCatalogue {
  /** @throws RosterError UNKNOWN_ROLE */
  assertRole(key: string): Promise<void>;
  /** Whether whoever holds these roles is an admin: live custom roles decide alone. */
  isAdmin(roles: readonly string[]): Promise<boolean>;
  /** Whether a role was made by the site, and decides alone while it is held. */
  isCustom(role: string): Promise<boolean>;
}

export const roleCataloguePort = createPort<RoleCatalogue>('role catalogue');
