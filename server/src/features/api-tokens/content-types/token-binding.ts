import { ownTable, text } from '../../../kernel/content-type';

/**
 * For whom an API token of the host acts on governed types: for a member, or with a role and for nobody.
 * The token is named by its documentId, which is never given to another one; its row id may be.
 */
export const tokenBinding = ownTable('token-binding', 'token-bindings', {
  attributes: {
    token: text(32, { required: true }),
    /** documentId of the member. */
    member: text(32),
    /** Key of the role. */
    role: text(64),
  },
  indexes: [{ name: 'roster_token_bindings_token', columns: ['token'], type: 'unique' }],
});
