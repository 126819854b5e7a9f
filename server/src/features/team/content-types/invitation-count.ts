import { ownTable, text } from '../../../kernel/content-type';

/** How many invitations somebody has sent on a day: nobody is to use the site for a flood of mails. */
export const invitationCount = ownTable('invitation-count', 'invitation-counts', {
  attributes: {
    /** documentId of the member, or of the API token, who sent them. */
    inviter: text(32, { required: true }),
    /** In UTC, `2026-01-31`. */
    day: text(10, { required: true }),
    sent: { type: 'integer', required: true },
  },
  indexes: [{ name: 'roster_invitation_counts_day', columns: ['inviter', 'day'], type: 'unique' }],
});
