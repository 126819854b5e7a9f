import { IMPORT_COLUMNS, IMPORT_ERROR_COLUMNS } from '../../../../../contracts/http-imports';
import { writeSheet } from '../../../host/strict-csv';
import type { ImportRow } from './rows.repository';

/** A row that was never gone through. */
const NOT_REACHED = 'NOT_REACHED';

/** Rows as they were written, with the line where each stands and what is wrong with it: mended, the file is sent as it is. */
export const errorsFile = (rows: readonly ImportRow[]): string =>
  writeSheet([[...IMPORT_COLUMNS, ...IMPORT_ERROR_COLUMNS], ...rows.map(({ email, role, territory, line, reason }) => [email, role, territory, line, reason ?? NOT_REACHED])]);
