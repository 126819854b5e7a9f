import { ownTable, text, WORDS } from '../../../kernel/content-type';

/** An assignment rule: when it holds, and to whom it gives a record. Conditions and target are JSON. */
export const rule = ownTable('rule', 'rules', {
  attributes: {
    name: text(191, { required: true, ...WORDS }),
    type: text(128, { required: true }),
    /** First match wins. */
    position: { type: 'integer', required: true },
    isActive: { type: 'boolean', required: true },
    when: { type: 'text', required: true },
    target: { type: 'text', required: true },
    override: { type: 'boolean', required: true },
    startsAt: { type: 'datetime' },
    endsAt: { type: 'datetime' },
  },
  indexes: [
    { name: 'roster_rules_order', columns: ['type', 'position'] },
    { name: 'roster_rules_document', columns: ['document_id'], type: 'unique' },
  ],
});
