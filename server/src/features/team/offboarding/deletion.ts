import { createHash } from 'node:crypto';
import type { ConfirmDeletion, DeletionAsked, Offboarding } from '../../../../../contracts/http-offboarding';
import type { Strapi } from '../../../host/strapi';
import { transaction } from '../../../host/transaction';
import { auditActor, type Actor, type MemberActor } from '../../../kernel/actor';
import { clockPort } from '../../../kernel/clock';
import { RosterError } from '../../../kernel/errors';
import { asSystem } from '../../../kernel/frame';
import { recordPort } from '../../../kernel/record';
import { membersOf, normalizeEmail, type Member } from '../../members';
import { tokensOf } from '../../tokens';
import { isAdminOfTeam, type createAssertions } from '../assertions';

const MINUTES = 10;

/** A confirmation is worth nothing to anybody else, nor for anybody else. It names both, in as many characters as a subject has. */
const subjectOf = (caller: string, member: string): string => createHash('sha256').update(`${caller} ${member}`).digest('base64url').slice(0, 32);

/** A refusal of the token as one of the deletion: its own words speak of links. */
const asUnconfirmed = async <T>(run: () => Promise<T>): Promise<T> => {
  try {
    return await run();
  } catch (error) {
    const isOfTheToken = error instanceof RosterError && (error.code === 'LINK_INVALID' || error.code === 'LINK_SPENT');
    throw isOfTheToken ? new RosterError('DELETION_UNCONFIRMED', 'This confirmation is none of yours for this member, was used, or is too old.', { path: 'data.token' }) : error;
  }
};

/** Shorter parts of a name are words of any language as well. */
const SHORTEST = 4;

const wordsOf = (text: string): readonly string[] => text.toLowerCase().split(/[^\p{L}\p{N}]+/u);

/** The reason stays, sealed, after the person is gone. */
const assertNamesNobody = (reason: string, { name, email }: Member): void => {
  const words = new Set(wordsOf(reason));
  if (reason.toLowerCase().includes(email) || wordsOf(name).some((part) => part.length >= SHORTEST && words.has(part))) {
    throw new RosterError('VALIDATION_FAILED', 'The reason stays in the audit log: name the request, not the person.', { path: 'data.reason' });
  }
};

interface Dependencies {
  readonly assert: Pick<ReturnType<typeof createAssertions>, 'assertNotSelf' | 'assertMayTouch'>;
  readonly leaving: (member: Member) => Promise<Offboarding>;
}

/** Deleting a member for good, because the law asks for it: by an admin of the team, who says so twice. */
export const createDeletion = (strapi: Strapi, { assert, leaving }: Dependencies) => {
  const erasable = async (actor: Actor, documentId: string): Promise<{ caller: MemberActor; member: Member }> => {
    if (!isAdminOfTeam(actor)) throw new RosterError('ADMINS_ONLY');
    assert.assertNotSelf(actor, documentId);
    await assert.assertMayTouch(actor, documentId);
    const member = await membersOf(strapi).find(documentId);
    if (!member || member.status === 'deleted') throw new RosterError('NOT_FOUND');
    if (member.status !== 'deactivated') throw new RosterError('NOT_DEACTIVATED');
    return { caller: actor, member };
  };

  return {
    /** The first confirmation: says what will be wiped, and takes nothing. @throws RosterError ADMINS_ONLY, SELF_CHANGE, ROLE_BEYOND_CEILING, NOT_FOUND, NOT_DEACTIVATED */
    ask: (actor: Actor, documentId: string): Promise<DeletionAsked> =>
      asSystem(async () => {
        const { caller, member } = await erasable(actor, documentId);
        const expiresAt = new Date(clockPort.of(strapi)().getTime() + MINUTES * 60_000);
        const token = await transaction(strapi, async () => {
          await recordPort.of(strapi)({ action: 'member.deletion-asked', actor: auditActor(actor), target: { type: 'member', id: documentId } });
          return tokensOf(strapi).issue('deletion', subjectOf(caller.member.documentId, documentId), expiresAt);
        });
        return { token, expiresAt: expiresAt.toISOString(), summary: await leaving(member) };
      }),

    /**
     * The second confirmation, which carries the first. All or nothing; where something is wrong, the first still counts.
     * @throws RosterError as `ask`, and DELETION_UNCONFIRMED, VALIDATION_FAILED, SUPER_ADMIN, LAST_ADMIN
     */
    confirm: (actor: Actor, documentId: string, { token, email, reason }: ConfirmDeletion): Promise<void> =>
      asSystem(async () => {
        const { caller, member } = await erasable(actor, documentId);
        if (normalizeEmail(email) !== member.email) throw new RosterError('DELETION_UNCONFIRMED', 'This is not the address of the member.', { path: 'data.email' });
        assertNamesNobody(reason, member);
        await membersOf(strapi).erase(documentId, {
          reason,
          by: auditActor(actor),
          confirm: () =>
            asUnconfirmed(async () => {
              const subject = await tokensOf(strapi).consumeOnce('deletion', token);
              if (subject !== subjectOf(caller.member.documentId, documentId)) throw new RosterError('LINK_INVALID');
            }),
        });
      }),
  };
};
