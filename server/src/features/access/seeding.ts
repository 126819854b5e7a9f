import { STANDARD_ROLES } from '../../../../contracts/default-matrix';
import { STANDARD_ROLE_SEEDS } from '../../../../contracts/standard-roles';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import type { AccessRepository, RoleRow } from './access.repository';
import { defaultCells } from './domain/default-cells';
import type { Registry } from './domain/registry';
import type { Cell } from './domain/snapshot';

const keyOf = ({ role, feature, action }: Cell): string => `${role} ${feature} ${action}`;

const standardRoles = (): RoleRow[] =>
  STANDARD_ROLES.map((key, position) => ({ key, kind: 'standard', position, ...STANDARD_ROLE_SEEDS[key] }));

/**
 * Seeds what is missing and touches nothing that is there: a cell that has a row was seeded, and is the
 * admin's to edit from then on. Cell by cell, so that an action that a site adds later has its cells too.
 */
export const seedAccess = async (strapi: Strapi, repository: AccessRepository, { features }: Registry): Promise<void> => {
  const before = await repository.cells();
  const seeded = new Set(before.map(keyOf));
  const missing = defaultCells(features).filter((cell) => !seeded.has(keyOf(cell)));
  await transaction(strapi, async () => {
    await repository.seed(standardRoles(), missing);
    if (before.length > 0 && missing.length > 0) await repository.bumpRevision();
  });
};
