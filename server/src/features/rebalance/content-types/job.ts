import { JOB_STATUSES } from '../../../../../contracts/http-rebalance';
import { ownTable, text, WORDS } from '../../../kernel/content-type';

/** A plan to move records, and how far it has been carried out. Its row is held while a batch runs. */
export const job = ownTable('job', 'jobs', {
  attributes: {
    /** One of JOB_KINDS; a row from before there were kinds is a rebalance. */
    kind: text(16),
    type: text(128, { required: true }),
    status: { type: 'enumeration', enum: [...JOB_STATUSES], required: true },
    /** Names the plan as it was shown. */
    token: text(64, { required: true }),
    /** The moment before its records were read: one that changed since makes it stale. */
    plannedAt: { type: 'datetime', required: true },
    examined: { type: 'integer', required: true },
    total: { type: 'integer', required: true },
    done: { type: 'integer', required: true },
    /** JSON: from whom to whom how many. */
    flows: { type: 'text', required: true },
    note: { type: 'text', ...WORDS },
    /** documentId of the member who planned it. */
    createdByMember: text(32),
    undoes: text(32),
    /** JSON: code and record. */
    error: { type: 'text' },
    /** When a node last worked on it: one that is old belongs to a node that is gone. */
    beatAt: { type: 'datetime' },
  },
  indexes: [
    { name: 'roster_jobs_document', columns: ['document_id'], type: 'unique' },
    { name: 'roster_jobs_status', columns: ['status'] },
  ],
});
