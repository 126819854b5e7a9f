import { ownTable, text } from '../../../kernel/content-type';

/** A role of a member, where it comes from, and until when. */
export const grant = ownTable('grant', 'grants', {
  attributes: {
    member: text(32, { required: true }),
    role: text(64, { required: true }),
    /** `manual`, `adopted`, `invite`, `import`, `domain`, `default`, `request`, `scim`, or `idp:<connection>`. */
    source: text(64, { required: true }),
    /** The grant counts before this moment. */
    endsAt: { type: 'datetime' },
    /** When he was told that it will end. */
    remindedAt: { type: 'datetime' },
    /** When it was noticed that it has. */
    endedAt: { type: 'datetime' },
  },
  indexes: [{ name: 'roster_grants_member', columns: ['member', 'role', 'source'], type: 'unique' }],
});
