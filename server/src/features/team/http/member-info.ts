import type { MemberInfo } from '../../../../../contracts/http-members';
import type { Listed } from '../listing';

/** What somebody may do with members, as far as they are within his reach. */
export interface May {
  readonly update: boolean;
  /** Delete for good. */
  readonly erase: boolean;
}

/** A member as the endpoints show him. */
export const toInfo = ({ member, grants, roles, territories, book, isSuperAdmin, isWithinReach }: Listed, may: May): MemberInfo => ({
  documentId: member.documentId,
  name: member.name,
  email: member.email,
  status: member.status,
  roles: [...roles],
  grants: grants.map(({ role, source, endsAt }) => ({ role, source, endsAt: endsAt === null ? null : new Date(endsAt).toISOString() })),
  territories: [...territories],
  restriction: member.restriction ?? 'none',
  doors: { panel: member.panelUser !== null, api: member.apiUser !== null },
  book,
  isSuperAdmin,
  isEditable: may.update && isWithinReach && !isSuperAdmin && member.status !== 'deleted',
  isErasable: may.erase && isWithinReach && !isSuperAdmin && member.status === 'deactivated',
});
