import type { ChangedMember } from '../../../../contracts/http-remaining';
import type { MembersChange } from '../../../../contracts/requests';
import type { Strapi } from '../../host/strapi';
import { auditActor, type Actor } from '../../kernel/actor';
import { RosterError } from '../../kernel/errors';
import { membersOf } from '../members';
import type { createAssertions } from './assertions';

/** A moment as a request says it. */
export const endOf = (endsAt: string | null | undefined): Date | null => (endsAt ? new Date(endsAt) : null);

/** What became of one of many. @throws whatever is no refusal */
const outcomeOf = async (documentId: string, run: () => Promise<void>): Promise<ChangedMember> => {
  try {
    await run();
    return { documentId, refused: null };
  } catch (error) {
    if (!(error instanceof RosterError)) throw error;
    return { documentId, refused: { code: error.code, message: error.message } };
  }
};

/** Roles and status of members, changed by those who may. */
export const createStanding = (strapi: Strapi, { assertNotSelf, assertMayTouch, assertMayGive }: ReturnType<typeof createAssertions>) => {
  const members = () => membersOf(strapi);

  const setRole = async (actor: Actor, documentId: string, role: string, endsAt: Date | null = null): Promise<void> => {
    assertNotSelf(actor, documentId);
    await assertMayTouch(actor, documentId);
    await assertMayGive(actor, role, 'data.role');
    await members().setRole(documentId, role, auditActor(actor), endsAt);
  };

  const setStatus = async (actor: Actor, documentId: string, status: 'active' | 'deactivated'): Promise<void> => {
    assertNotSelf(actor, documentId);
    await assertMayTouch(actor, documentId);
    await (status === 'active' ? members().reactivate : members().deactivate)(documentId, auditActor(actor));
  };

  const carryOut = (actor: Actor, documentId: string, change: MembersChange): Promise<void> =>
    'status' in change ? setStatus(actor, documentId, change.status) : setRole(actor, documentId, change.role, endOf(change.endsAt));

  return {
    setRole,
    setStatus,

    async changeMany(actor: Actor, list: readonly string[], change: MembersChange): Promise<ChangedMember[]> {
      const changed: ChangedMember[] = [];
      for (const documentId of new Set(list)) changed.push(await outcomeOf(documentId, () => carryOut(actor, documentId, change)));
      return changed;
    },
  };
};
