import type { MemberInfo } from '../../../../contracts/http-members';

type Restricted = Pick<MemberInfo, 'roles' | 'restriction'>;

const isAdmin = ({ roles }: Restricted): boolean => roles.includes('admin');

/** Whether a restriction narrows what the member reaches: an admin is not restricted, whatever it says. */
export const isRestricted = (member: Restricted): boolean => member.restriction !== 'none' && !isAdmin(member);

/** Whether there is something to set. One that an admin still has from before can be taken away. */
export const isRestrictable = (member: Restricted): boolean => !isAdmin(member) || member.restriction !== 'none';
