import { ownTable, text, WORDS } from '../../../kernel/content-type';
import { LONGEST_WORD } from '../../../../../contracts/http-access-requests';

/** Somebody who asks for more than he has, for a while: a role, or a record to look at. */
export const accessRequest = ownTable('access-request', 'access-requests', {
  attributes: {
    /** documentId of the member who asks. */
    member: text(32, { required: true }),
    /** Key of a role; null where a record is asked for. */
    role: text(64),
    /** uid of a content type, with the documentId of a record; null where a role is asked for. */
    type: text(191),
    record: text(64),
    reason: text(LONGEST_WORD, { required: true, ...WORDS }),
    endsAt: { type: 'datetime', required: true },
    /** One of `open`, `approved`, `declined`, `withdrawn`, `revoked`; what is over is told by the moments. */
    status: text(16, { required: true }),
    /** What is asked for by whom, as long as nobody has answered: nobody asks twice for the same. */
    pending: text(64),
    /** documentId of the member who answered it; null: the system did. */
    answeredBy: text(32),
    answeredAt: { type: 'datetime' },
    note: text(LONGEST_WORD, WORDS),
  },
  indexes: [
    { name: 'roster_access_requests_pending', columns: ['pending'], type: 'unique' },
    { name: 'roster_access_requests_member', columns: ['member', 'id'] },
    { name: 'roster_access_requests_status', columns: ['status', 'id'] },
  ],
});
