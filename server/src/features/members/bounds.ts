import type { Restriction } from '../../../../contracts/http-members';
import { lockRows } from '../../host/row-lock';
import { own, type Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { RosterError } from '../../kernel/errors';
import { recordPort, type AuditActor } from '../../kernel/record';
import type { Member, MembersRepository } from './members.repository';
import { assertKnown } from './standing';
import { createTerritoriesRepository } from './territories.repository';

const BY_SYSTEM: AuditActor = { kind: 'system' };

/** What bounds a member's reach besides his roles: his territories, and the restriction of his `all`. */
export const createBounds = (strapi: Strapi, members: MembersRepository) => {
  const territories = createTerritoriesRepository(strapi);

  /** Changes of the same member take turns, so that each says what it changed. */
  const changing = (documentId: string, change: (member: Member) => Promise<void>): Promise<void> =>
    transaction(strapi, async () => {
      await lockRows(strapi, own('member'), { documentId });
      const member = await members.find({ documentId });
      if (!member) throw new RosterError('UNKNOWN_MEMBER', undefined, { path: 'member' });
      assertKnown(member);
      await change(member);
    });

  return {
    /** Keys of the territories of many members; who is not there has none. */
    territoriesOf: territories.of,

    /**
     * Says how far `all` reaches for a member. An admin is not restricted, whatever is said of him.
     * @throws RosterError UNKNOWN_MEMBER
     */
    restrict: (documentId: string, restriction: Restriction, by: AuditActor = BY_SYSTEM): Promise<void> =>
      changing(documentId, async (member) => {
        const from = member.restriction ?? 'none';
        if (from === restriction) return;
        await members.setRestriction(documentId, restriction === 'none' ? null : restriction);
        await recordPort.of(strapi)({ action: 'member.restricted', actor: by, target: { type: 'member', id: documentId }, details: { from, to: restriction } });
      }),

    /**
     * Gives a member these territories and no others.
     * @throws RosterError UNKNOWN_MEMBER, VALIDATION_FAILED with the place of the key that is not there
     */
    setTerritories: (documentId: string, keys: readonly string[], by: AuditActor = BY_SYSTEM): Promise<void> =>
      changing(documentId, async (member) => {
        const wanted = [...new Set(keys)].sort();
        await lockRows(strapi, own('territory'), { key: { $in: wanted } });
        const found = await territories.among(wanted);
        const missing = keys.findIndex((key) => !found.some((territory) => territory.key === key));
        if (missing >= 0) throw new RosterError('VALIDATION_FAILED', `Unknown territory "${keys[missing]}".`, { path: `territories[${missing}]` });
        const from = (await territories.of([documentId])).get(documentId) ?? [];
        if (JSON.stringify(from) === JSON.stringify(wanted)) return;
        await territories.set(member.id, found.map(({ id }) => id));
        await recordPort.of(strapi)({ action: 'member.territories-changed', actor: by, target: { type: 'member', id: documentId }, details: { from, to: wanted } });
      }),
  };
};
