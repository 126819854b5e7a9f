import { ownTable, text } from '../../../kernel/content-type';
import { own } from '../../../host/strapi';

export const territory = ownTable('territory', 'territories', {
  attributes: {
    key: text(64, { required: true, unique: true }),
    name: text(191, { required: true }),
    members: { type: 'relation', relation: 'manyToMany', target: own('member'), mappedBy: 'territories' },
  },
  indexes: [{ name: 'roster_territories_key', columns: ['key'], type: 'unique' }],
});
