import { ownTable, text } from '../../../kernel/content-type';

/** One cell of the matrix. Cells of `none` are rows too: that a row is there says that the pair was seeded. */
export const permission = ownTable('permission', 'permissions', {
  attributes: {
    role: text(64, { required: true }),
    feature: text(64, { required: true }),
    action: text(64, { required: true }),
    scope: text(16, { required: true }),
  },
  indexes: [{ name: 'roster_permissions_cell', columns: ['role', 'feature', 'action'], type: 'unique' }],
});
