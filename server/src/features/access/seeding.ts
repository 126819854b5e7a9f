import { STANDARD_ROLES } from '../../../../contracts/default-matrix';
import { STANDARD_ROLE_SEEDS } from '../../../../contracts/standard-roles';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import type { AccessRepository, RoleRow } from './access.repository';
import { defaultCells } from './domain/default-cells';
import type { Registry } from './domain/registry';

const standardRoles = (): RoleRow[] =>
  STANDARD_ROLES.map((key, position) => ({ key, kind: 'standard', position, ...STANDARD_ROLE_SEEDS[key] }));

/**
 * Seeds what is missing and touches nothing that is there: a (role, feature) pair that has a row was
 * seeded, and is the admin's from then on.
 */
export const seedAccess = async (strapi: Strapi, repository: AccessRepository, { features }: Registry): Promise<void> => {
  const before = await repository.cells();
  const seeded = new Set(before.map(({ role, feature }) => `${role} ${feature}`));
  const missing = defaultCells(features).filter(({ role, feature }) => !seeded.has(`${role} ${feature}`));
  await transaction(strapi, async () => {
    await repository.seed(standardRoles(), missing);
    if (before.length > 0 && missing.length > 0) await repository.bumpRevision();
  });
};
