import { ownTable, text } from '../../../kernel/content-type';

const attributes = {
  size: { type: 'integer', required: true },
  /** The signed note: origin, size, root, time. */
  note: { type: 'text', required: true },
  /** The trees that the log of this size consists of: what is needed to go on from here. */
  frontier: { type: 'text', required: true },
  signedAt: { type: 'datetime', required: true },
  keyId: text(16, { required: true }),
};

/** What the log was at a moment: signed, and anchored outside. */
export const auditCheckpoint = ownTable('audit-checkpoint', 'audit-checkpoints', {
  attributes,
  indexes: [{ name: 'roster_audit_checkpoint_size', columns: ['size'], type: 'unique' }],
});

/** What the log is: the same, of the last entry that was sealed. Its one row is held by who seals. */
export const auditHead = ownTable('audit-head', 'audit-heads', {
  attributes: { name: text(16, { required: true }), ...attributes },
  indexes: [{ name: 'roster_audit_head_name', columns: ['name'], type: 'unique' }],
});
