import { ownTable, text } from '../../../kernel/content-type';

/** How much a member takes from rotations. Who has no row takes his share without a limit. */
export const availability = ownTable('availability', 'availabilities', {
  attributes: {
    member: text(32, { required: true }),
    weight: { type: 'integer', required: true },
    capacity: { type: 'integer' },
    awayFrom: { type: 'datetime' },
    awayUntil: { type: 'datetime' },
  },
  indexes: [{ name: 'roster_availabilities_member', columns: ['member'], type: 'unique' }],
});
