import { atTheDoor } from '../../host/http-errors';
import type { Strapi } from '../../host/strapi';
import { superAdminsAmong } from '../../host/super-admin';
import { aroundUserWrites, type UserWrite } from '../../host/user-writes';
import { auditActor } from '../../kernel/actor';
import { doorPort } from '../../kernel/door';
import { asSystem } from '../../kernel/frame';
import { recordPort } from '../../kernel/record';
import type { createAdmins } from './admins';
import type { Member, MembersRepository } from './members.repository';

/** What shuts a user out, or takes the Super Admin from him, by the attribute that says it. */
const SHUTS: Readonly<Record<string, (value: unknown) => boolean>> = {
  isActive: (value) => value !== true,
  blocked: (value) => value !== false,
  confirmed: (value) => value !== true,
  role: () => true,
  roles: () => true,
};

const mayShut = ({ kind, data }: UserWrite): boolean =>
  kind === 'delete' || kind === 'roles' || (kind === 'update' && Object.entries(SHUTS).some(([key, shuts]) => key in data && shuts(data[key])));

/**
 * The host's users are members' doors. Whoever writes them, at whichever door: the last admin's stays open, and of a
 * user who is deleted no link is left. The member is still there, and his book is.
 */
export const watchUserWrites = (strapi: Strapi, repository: MembersRepository, admins: ReturnType<typeof createAdmins>): void => {
  const unlink = async (members: readonly Member[], { door }: UserWrite): Promise<void> => {
    for (const member of members) {
      await repository.setUsers(member.documentId, { [door]: null });
      const actor = auditActor(doorPort.of(strapi).actor());
      await recordPort.of(strapi)({ action: 'member.user-deleted', actor, target: { type: 'member', id: member.documentId }, details: { door, user: member[door] } });
    }
  };

  const write = async (write: UserWrite, next: () => Promise<unknown>): Promise<unknown> => {
    const users = await asSystem(write.users);
    const members = await asSystem(() => repository.withUsers(write.door, users));
    const isSuper = write.door === 'panelUser' && (await asSystem(() => superAdminsAmong(strapi, users))).size > 0;
    if (members.length === 0 && !isSuper && write.kind !== 'roles') return next();
    return admins.keepingAdmins(async () => {
      const result = await next();
      if (write.kind === 'delete') await unlink(members, write);
      return result;
    });
  };

  aroundUserWrites(strapi, (one, next) => (mayShut(one) ? atTheDoor(() => admins.inTurn(() => write(one, next))) : next()));
};
