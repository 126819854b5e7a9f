import { OF_A_PERSON, ownTable, text } from '../../../kernel/content-type';

/** A session of the content API where the host keeps none (`jwtManagement: legacy-support`): its token lives as long as the row. */
export const session = ownTable('session', 'sessions', {
  attributes: {
    /** documentId of the users-permissions user. */
    user: text(32, { required: true }),
    deviceName: text(128, OF_A_PERSON),
    address: text(64, OF_A_PERSON),
    proofs: { type: 'json' },
    /** In milliseconds. */
    startedAt: { type: 'biginteger', required: true },
    seenAt: { type: 'biginteger', required: true },
    endsAt: { type: 'biginteger', required: true },
  },
  indexes: [
    { name: 'roster_sessions_document', columns: ['document_id'], type: 'unique' },
    { name: 'roster_sessions_user', columns: ['user'] },
  ],
});
