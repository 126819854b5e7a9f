import { OF_A_PERSON, ownTable, text } from '../../../kernel/content-type';

/** One row of a file of people, as it is written there, and what becomes of it. */
export const importRow = ownTable('import-row', 'import-rows', {
  attributes: {
    /** documentId of the import. */
    job: text(32, { required: true }),
    /** Among the rows of the file, from 0 on. */
    position: { type: 'integer', required: true },
    /** Where it begins in the file; the header is line 1. */
    line: { type: 'integer', required: true },
    email: text(255, OF_A_PERSON),
    role: text(255),
    territory: text(255),
    /** One of IMPORT_ROW_STATUSES. */
    status: text(16, { required: true }),
    /** One of IMPORT_REASONS. */
    reason: text(32),
  },
  indexes: [{ name: 'roster_import_rows_position', columns: ['job', 'position'], type: 'unique' }],
});
