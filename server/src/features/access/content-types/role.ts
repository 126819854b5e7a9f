import { DOORS } from '../../../../../contracts/standard-roles';
import { ownTable, text } from '../../../kernel/content-type';

export const role = ownTable('role', 'roles', {
  attributes: {
    key: text(64, { required: true, unique: true }),
    kind: { type: 'enumeration', enum: ['standard', 'custom'], required: true },
    /** Text per language, `{ en: … }` at least. */
    label: { type: 'json' },
    description: { type: 'json' },
    doors: { type: 'enumeration', enum: [...DOORS], required: true },
    mayOwn: { type: 'boolean', default: false },
    /** Order in lists. */
    position: { type: 'integer' },
  },
  indexes: [{ name: 'roster_roles_key', columns: ['key'], type: 'unique' }],
});
