import type { AcceptInvitation, InvitationPreview, JoinedInfo } from '../../../../../contracts/http-invitations';
import type { Strapi } from '../../../host/strapi';
import { transaction } from '../../../host/transaction';
import { clockPort } from '../../../kernel/clock';
import { RosterError } from '../../../kernel/errors';
import { asSystem } from '../../../kernel/frame';
import { passwordlessPort } from '../../../kernel/passwordless';
import { recordPort } from '../../../kernel/record';
import { accessOf, canGrant } from '../../access';
import { enforcementOf } from '../../enforcement';
import { liveRoles, membersOf } from '../../members';
import { tokensOf } from '../../tokens';
import { takeBook } from './book';
import { doorsOf, hasAccounts, openDoors } from './doors';
import type { Invitation, InvitationsRepository } from './invitations.repository';

/** Becoming a member by a link. */
export const createAccepting = (strapi: Strapi, repository: InvitationsRepository) => {
  const pending = async (documentId: string): Promise<Invitation> => {
    const invitation = await repository.find(documentId);
    if (invitation?.status !== 'pending') throw new RosterError('LINK_SPENT', undefined, { path: 'data.token' });
    return invitation;
  };

  /** Who had something to give when he asked may have lost it since; and what he gave may have ended. */
  const assertStillGiven = async ({ member, invitedBy, role }: Invitation): Promise<void> => {
    // What was given until a moment that has come makes nobody of him.
    if (liveRoles(await membersOf(strapi).grants(member), clockPort.of(strapi)()).length === 0) throw new RosterError('INVITATION_VOID');
    if (invitedBy === null) return;
    const wanted = (await accessOf(strapi).snapshot()).reach([role]);
    const { runAs, actor } = enforcementOf(strapi);
    const mayGive = await runAs(invitedBy, async () => canGrant(actor(), wanted)).catch((error: unknown) => {
      if (error instanceof RosterError && error.code === 'UNKNOWN_MEMBER') return false;
      throw error;
    });
    if (!mayGive) throw new RosterError('INVITATION_VOID');
  };

  const join = async ({ token, name, timezone, language, password, picture }: AcceptInvitation): Promise<JoinedInfo> => {
    // The link first: of many at once, one goes on.
    const documentId = await tokensOf(strapi).consumeOnce('invitation', token);
    const invitation = await pending(documentId);
    const { email, member, role } = invitation;
    await assertStillGiven(invitation);
    const doors = await doorsOf(strapi, role);
    const users = await openDoors(strapi, doors, { email, name, language, password });
    await membersOf(strapi).join(member, { name, timezone, language, ...users });
    if (picture !== undefined) await membersOf(strapi).setPicture(member, picture);
    const book = await takeBook(strapi, invitation);
    await repository.update(documentId, { status: 'accepted', closedAt: clockPort.of(strapi)() });
    await recordPort.of(strapi)({ action: 'member.joined', actor: { kind: 'member', member }, target: { type: 'member', id: member }, details: { role, doors, book } });
    return { email, doors };
  };

  return {
    /** What a link is for. Takes nothing away from it. @throws RosterError LINK_INVALID, LINK_SPENT, INVITATION_VOID */
    preview: (secret: string): Promise<InvitationPreview> =>
      asSystem(async () => {
        const { email, role, invitedBy, language, expiresAt } = await pending(await tokensOf(strapi).peek('invitation', secret));
        const inviter = invitedBy === null ? null : await membersOf(strapi).find(invitedBy);
        const doors = await doorsOf(strapi, role);
        return { email, role: { key: role, label: (await accessOf(strapi).labels()).of(role) }, doors, hasAccount: await hasAccounts(strapi, doors, email), isPasswordOptional: await passwordlessPort.of(strapi)(doors), invitedBy: inviter?.name ?? null, language, expiresAt: new Date(expiresAt).toISOString() };
      }),

    /**
     * Makes an active member of him, with users at the doors of his role, and gives him his book. All or nothing: where
     * something is wrong, the link still works.
     * @throws RosterError LINK_INVALID, LINK_SPENT, INVITATION_VOID, USER_EXISTS, VALIDATION_FAILED
     */
    accept: (said: AcceptInvitation): Promise<JoinedInfo> => asSystem(() => transaction(strapi, () => join(said))),
  };
};
