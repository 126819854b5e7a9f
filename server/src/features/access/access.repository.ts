import { insertMissing } from '../../host/rows';
import { own, type Strapi } from '../../host/strapi';
import { createDocumentId } from '../../kernel/ids';
import type { RoleFacts } from '../../kernel/reach';
import type { Cell } from './domain/snapshot';

const ROLE = own('role');
const PERMISSION = own('permission');
const POLICY = own('policy');
const POLICY_KEY = 'matrix';

export interface RoleRow extends RoleFacts {
  readonly label: Record<string, string>;
  readonly description: Record<string, string>;
  readonly position: number;
}

export const createAccessRepository = (strapi: Strapi) => ({
  roles: () => strapi.db.query(ROLE).findMany({ orderBy: [{ position: 'asc' }, { key: 'asc' }] }) as Promise<RoleRow[]>,

  cells: () => strapi.db.query(PERMISSION).findMany({ select: ['role', 'feature', 'action', 'scope'] }) as Promise<Cell[]>,

  async revision(): Promise<number> {
    const row = (await strapi.db.query(POLICY).findOne({ where: { key: POLICY_KEY } })) as { revision: number } | null;
    return row?.revision ?? 0;
  },

  /** In one statement, so that two editors on two nodes never share a number. */
  async bumpRevision(): Promise<void> {
    await strapi.db.queryBuilder(POLICY).where({ key: POLICY_KEY }).increment('revision').execute();
  },

  async setCell({ role, feature, action, scope }: Cell): Promise<void> {
    await insertMissing(strapi, PERMISSION, [{ documentId: createDocumentId(), role, feature, action, scope }], ['role', 'feature', 'action']);
    await strapi.db.query(PERMISSION).updateMany({ where: { role, feature, action }, data: { scope } });
  },

  /** Idempotent, also when two nodes boot at once: unique indexes decide who comes first. */
  async seed(roles: readonly RoleRow[], cells: readonly Cell[]): Promise<void> {
    const stamp = new Date();
    const row = <T extends object>(values: T) => ({ documentId: createDocumentId(), createdAt: stamp, updatedAt: stamp, ...values });
    await insertMissing(strapi, POLICY, [row({ key: POLICY_KEY, revision: 1 })], ['key']);
    await insertMissing(
      strapi,
      ROLE,
      roles.map(({ label, description, ...rest }) =>
        row({ ...rest, label: JSON.stringify(label), description: JSON.stringify(description) }),
      ),
      ['key'],
    );
    await insertMissing(strapi, PERMISSION, cells.map(row), ['role', 'feature', 'action']);
  },
});

export type AccessRepository = ReturnType<typeof createAccessRepository>;
