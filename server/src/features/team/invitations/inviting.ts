import type { InvitationStatus, InviteRequest } from '../../../../../contracts/http-invitations';
import type { Strapi } from '../../../host/strapi';
import { transaction } from '../../../host/transaction';
import { auditActor, memberIn, type Actor } from '../../../kernel/actor';
import { clockPort } from '../../../kernel/clock';
import { RosterError } from '../../../kernel/errors';
import { asSystem } from '../../../kernel/frame';
import { createDocumentId } from '../../../kernel/ids';
import { recordPort } from '../../../kernel/record';
import { membersOf, normalizeEmail } from '../../members';
import { tokensOf } from '../../tokens';
import type { createAssertions } from '../assertions';
import { endOf } from '../standing';
import { assertMayGiveBook } from './book';
import { assertAccountsFree } from './doors';
import type { Invitation, InvitationsRepository } from './invitations.repository';
import type { Quota } from './quota';
import type { Sending } from './sending';

/** An invitation as it stands now. */
export const statusOf = ({ status, expiresAt }: Pick<Invitation, 'status' | 'expiresAt'>, now: Date): InvitationStatus => (status === 'pending' && new Date(expiresAt) <= now ? 'expired' : status);

interface Dependencies {
  readonly repository: InvitationsRepository;
  readonly send: Sending;
  readonly expiry: () => Date;
  readonly quota: Quota;
  readonly assert: Pick<ReturnType<typeof createAssertions>, 'assertMayGive' | 'assertMayGiveTerritories'>;
}

/** Does what costs one of the day's invitations, in a transaction of its own. */
const createCounted = (strapi: Strapi, quota: Quota) => async <T>(actor: Actor, work: () => Promise<T>): Promise<T> => {
  await quota.open(auditActor(actor));
  return asSystem(() =>
    transaction(strapi, async () => {
      await quota.take(auditActor(actor));
      return work();
    }),
  );
};

/** Asking people to join, and taking it back. */
export const createInviting = (strapi: Strapi, { repository, send, expiry, quota, assert }: Dependencies) => {
  const counted = createCounted(strapi, quota);

  const open = async (documentId: string): Promise<Invitation> => {
    const invitation = await repository.find(documentId);
    if (!invitation) throw new RosterError('NOT_FOUND');
    if (invitation.status !== 'pending') throw new RosterError('INVITATION_CLOSED');
    return invitation;
  };

  /** Sends what is committed, and says how it stands then. Whoever waited for it waits no more. */
  const deliver = (documentId: string, secret: string): Promise<Invitation> =>
    asSystem(async () => {
      const [delivery] = await send([{ invitation: await open(documentId), secret }]);
      await repository.update(documentId, { ...delivery, sendAt: null, claim: null });
      return open(documentId);
    });

  return {
    /** @throws RosterError UNKNOWN_ROLE, ROLE_BEYOND_CEILING, MEMBER_EXISTS, USER_EXISTS, CANNOT_OWN, UNKNOWN_TYPE, NOT_FOUND, VALIDATION_FAILED, INVITATION_QUOTA */
    async invite(actor: Actor, { role, territories = [], book = [], language = null, endsAt, ...wanted }: Omit<InviteRequest, 'language'> & { readonly language?: string | null | undefined }): Promise<Invitation> {
      const email = normalizeEmail(wanted.email);
      await assert.assertMayGive(actor, role, 'data.role');
      assert.assertMayGiveTerritories(actor, territories, (index) => `data.territories[${index}]`);
      await assertMayGiveBook(strapi, role, book);
      const documentId = createDocumentId();
      const secret = await counted(actor, async () => {
        const expiresAt = expiry();
        const member = await membersOf(strapi).invite({ email, role, territories, endsAt: endOf(endsAt) }, auditActor(actor));
        await assertAccountsFree(strapi, email);
        await repository.insert({ documentId, email, member: member.documentId, role, book: book.length > 0 ? book : null, invitedBy: memberIn(actor)?.documentId ?? null, language: language ?? null, expiresAt });
        return tokensOf(strapi).issue('invitation', documentId, expiresAt);
      });
      return deliver(documentId, secret);
    },

    /** A new link, and a new mail; the link before is void. @throws RosterError NOT_FOUND, INVITATION_CLOSED, ROLE_BEYOND_CEILING, INVITATION_QUOTA */
    async resend(actor: Actor, documentId: string): Promise<Invitation> {
      const { role } = await asSystem(() => open(documentId));
      await assert.assertMayGive(actor, role, 'role');
      const secret = await counted(actor, async () => {
        const { member, email } = await open(documentId);
        const expiresAt = expiry();
        await repository.update(documentId, { expiresAt, sendAt: null, claim: null });
        await recordPort.of(strapi)({ action: 'invitation.resent', actor: auditActor(actor), target: { type: 'member', id: member }, details: { role }, personal: { email } });
        return tokensOf(strapi).issue('invitation', documentId, expiresAt);
      });
      return deliver(documentId, secret);
    },

    /** The link is void, and nobody was here. @throws RosterError NOT_FOUND, INVITATION_CLOSED, ROLE_BEYOND_CEILING */
    async revoke(actor: Actor, documentId: string): Promise<void> {
      const { role } = await asSystem(() => open(documentId));
      await assert.assertMayGive(actor, role, 'role');
      await asSystem(() =>
        transaction(strapi, async () => {
          // Before anything is read: whoever accepts at the same moment is waited for, and MySQL would go on seeing what was there before.
          await tokensOf(strapi).revoke('invitation', documentId);
          const { member, email } = await open(documentId);
          await repository.update(documentId, { status: 'revoked', closedAt: clockPort.of(strapi)() });
          await membersOf(strapi).withdraw(member);
          await recordPort.of(strapi)({ action: 'invitation.revoked', actor: auditActor(actor), target: { type: 'member', id: member }, details: { role }, personal: { email } });
        }),
      );
    },
  };
};
