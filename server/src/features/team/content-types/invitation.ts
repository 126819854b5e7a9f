import { OF_A_PERSON, ownTable, text } from '../../../kernel/content-type';

/** Somebody who was asked to join, and what he gets when he does. His secret is not here. */
export const invitation = ownTable('invitation', 'invitations', {
  attributes: {
    email: text(254, { required: true, ...OF_A_PERSON }),
    /** documentId of the member that he becomes. */
    member: text(32, { required: true }),
    /** Key. */
    role: text(64, { required: true }),
    /** Records that are his from then on: `[{ type, record }]`. */
    book: { type: 'json' },
    /** documentId of the member who asked him; null: the system did. */
    invitedBy: text(32),
    /** Of the mail (BCP 47). */
    language: text(16, OF_A_PERSON),
    /** One of `pending`, `accepted`, `revoked`; one that is too old is told by `expiresAt`. */
    status: text(16, { required: true }),
    expiresAt: { type: 'datetime', required: true },
    /** When the last mail left; null where it did not. */
    sentAt: { type: 'datetime' },
    /** Why the last mail did not leave. */
    mailError: text(255, OF_A_PERSON),
    /** When its mail is to leave, for those that wait for it; whoever sends it puts this off, so that nobody else does. */
    sendAt: { type: 'datetime' },
    /** Names whoever is sending it. */
    claim: text(32),
    /** How often its mail has not left. */
    tries: { type: 'integer' },
    /** documentId of the import that it comes from. */
    job: text(32),
    closedAt: { type: 'datetime' },
  },
  indexes: [
    { name: 'roster_invitations_member', columns: ['member'] },
    { name: 'roster_invitations_send', columns: ['send_at', 'id'] },
    { name: 'roster_invitations_job', columns: ['job'] },
    { name: 'roster_invitations_status', columns: ['status', 'id'] },
  ],
});
