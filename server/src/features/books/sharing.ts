import type { ShareCandidate, ShareInfo } from '../../../../contracts/http-shares';
import type { Strapi } from '../../host/strapi';
import { auditActor, memberIn, type Actor } from '../../kernel/actor';
import { doorPort } from '../../kernel/door';
import { decide } from '../access';
import { membersOf } from '../members';
import type { BooksService } from './books.service';
import { CHANGE_OWNERS, type Target } from './owners';
import { peopleAmong } from './people';
import type { Share } from './shares.repository';

/**
 * Shares of a record at a door: read by whoever sees the record, changed by its owner and by whoever
 * manages the team. A hidden record and a missing one answer alike.
 */
export const createSharing = (strapi: Strapi, books: () => BooksService) => {
  const assertVisible = async ({ type, record }: Target): Promise<void> => {
    books().assertShareable(type);
    await doorPort.of(strapi).demandVisible(type, record);
  };

  const infoOf = async (shares: readonly Share[]): Promise<ShareInfo[]> => {
    const person = await peopleAmong(strapi, shares.map(({ member }) => member));
    return shares.map(({ member, endsAt }) => ({ ...person(member), endsAt: endsAt === null ? null : new Date(endsAt).toISOString() }));
  };

  const isOwner = async (actor: Actor, { type, record }: Target): Promise<boolean> =>
    actor.kind === 'member' && (await books().ownership(type, record)).owner === memberIn(actor)?.documentId;

  /** @throws 403 for who sees the record and is neither its owner nor manages the team */
  const assertMayShare = async (target: Target): Promise<Actor> => {
    const door = doorPort.of(strapi);
    await assertVisible(target);
    const actor = door.actor();
    const mayManage = decide(actor, CHANGE_OWNERS.feature, CHANGE_OWNERS.action).allowed;
    if (!mayManage && !(await isOwner(actor, target))) door.demand(CHANGE_OWNERS.feature, CHANGE_OWNERS.action, target);
    return actor;
  };

  const change = async (target: Target, run: (actor: Actor) => Promise<readonly Share[]>): Promise<ShareInfo[]> => infoOf(await run(await assertMayShare(target)));

  return {
    async of(target: Target): Promise<ShareInfo[]> {
      await assertVisible(target);
      return infoOf(await books().shares(target.type, target.record));
    },
    /** Who could be shown the record: the active members, by name, without those who own it or help with it. */
    async candidates(target: Target): Promise<ShareCandidate[]> {
      await assertMayShare(target);
      const { owner, coOwners } = await books().ownership(target.type, target.record);
      const members = await membersOf(strapi).active();
      return members.filter(({ documentId }) => documentId !== owner && !coOwners.includes(documentId)).map(({ documentId, name }) => ({ documentId, name }));
    },
    add: (target: Target, member: string, endsAt: string | null = null) =>
      change(target, (actor) => books().share(target.type, target.record, member, { endsAt: endsAt === null ? null : new Date(endsAt), by: auditActor(actor) })),
    remove: (target: Target, member: string) => change(target, (actor) => books().unshare(target.type, target.record, member, auditActor(actor))),
  };
};
