import { IMPORT_STATUSES } from '../../../../../contracts/http-imports';
import { ownTable, text, WORDS } from '../../../kernel/content-type';

/** A file of people who are to be invited, and how far that has come. Its row is held while a batch runs. */
export const importJob = ownTable('import', 'imports', {
  attributes: {
    status: { type: 'enumeration', enum: [...IMPORT_STATUSES], required: true },
    /** Name of the file. */
    file: text(191, WORDS),
    /** Rows, and how many of them have been gone through. */
    total: { type: 'integer', required: true },
    done: { type: 'integer', required: true },
    /** Who is behind it, as the audit log names him: JSON. Whoever starts it takes the place of whoever sent the file. */
    actor: { type: 'text', required: true },
    /** JSON: code. */
    error: { type: 'text' },
    /** When a node last worked on it: one that is old belongs to a node that is gone. */
    beatAt: { type: 'datetime' },
  },
  indexes: [
    { name: 'roster_imports_document', columns: ['document_id'], type: 'unique' },
    { name: 'roster_imports_status', columns: ['status'] },
  ],
});
