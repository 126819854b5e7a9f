import { service } from '../../host/services';
import type { Strapi } from '../../host/strapi';
import { writeUsersTogether } from '../../host/user-writes';
import { defineFeature } from '../../kernel/define-feature';
import { grant } from './content-types/grant';
import { member } from './content-types/member';
import { picture } from './content-types/picture';
import { territory } from './content-types/territory';
import { createMembersService, type MembersService } from './members.service';

/** Who is in the team and which host users are theirs. */
export const members = defineFeature<Strapi>({
  name: 'members',
  contentTypes: { member, picture, territory, grant },
  services: { members: createMembersService },
  register: ({ strapi }) => writeUsersTogether(strapi),
  bootstrap: ({ strapi }) => membersOf(strapi).watchUserWrites(),
});

export const membersOf = service<MembersService>('members');
export type { MembersService };
export { ADOPTED } from './adopted';
export type { Admin } from './census';
export type { InvitedOne } from './invited-many';
export { createLateCounts } from './late-counts';
export { liveRoles } from './live-roles';
export { isByHand } from './standing';
export { normalizeEmail, type NewMember, type UserLinks } from './joining';
export type { Grant, Member, MemberFilter } from './members.repository';
export type { ProfileValues } from './profiles';
export type { StoredPicture } from './pictures.repository';
export type { TerritoryInUse } from './territories';
