import { IMPORT_LIMITS } from '../../../../../contracts/http-imports';
import { readSheet, unescaped, type SheetFault } from '../../../host/strict-csv';
import { breathe } from '../../../kernel/breathe';
import { RosterError } from '../../../kernel/errors';
import { columnsIn, personIn, type ColumnFault, type PersonRow } from './domain/people';

const FAULTS: Readonly<Record<Exclude<SheetFault['fault'], 'rows'>, string>> = {
  encoding: 'is not UTF-8. Save the file as CSV UTF-8',
  nul: 'holds what no text holds. Save the file as CSV UTF-8',
  quote: 'has a quote that does not close where it should, so that what follows cannot be told apart',
};

const refuseSheet = ({ fault, line }: SheetFault): never => {
  if (fault === 'rows') throw new RosterError('FILE_TOO_LARGE', `The file has more than ${IMPORT_LIMITS.rows} rows.`, { path: 'file', rows: IMPORT_LIMITS.rows, line });
  throw new RosterError('FILE_UNREADABLE', `Line ${line} ${FAULTS[fault]}.`, { path: 'file', line, fault });
};

const WORDS: Readonly<Record<ColumnFault['fault'], string>> = { missing: 'is missing', unknown: 'is not known', twice: 'is there twice' };

/** A name of a column, as far as an answer repeats it. */
const SHOWN = 64;

const refuseColumns = ({ column, fault }: ColumnFault): never => {
  const name = column.slice(0, SHOWN);
  throw new RosterError('FILE_COLUMNS', `The column "${name}" ${WORDS[fault]}.`, { path: 'file', column: name, fault });
};

/** Rows that are turned into people in one go; between them others are served. */
const ROWS_A_TURN = 2_000;

/** The rows of a file of people. @throws RosterError FILE_TOO_LARGE, FILE_UNREADABLE, FILE_COLUMNS */
export const readPeople = async (bytes: Uint8Array): Promise<readonly PersonRow[]> => {
  const sheet = await readSheet(bytes, IMPORT_LIMITS.rows);
  if ('fault' in sheet) return refuseSheet(sheet);
  const [header, ...rows] = sheet;
  const columns = columnsIn((header?.values ?? []).map(unescaped));
  if ('fault' in columns) return refuseColumns(columns);
  const people: PersonRow[] = [];
  for (const { line, values } of rows) {
    people.push(personIn(columns, { line, values: values.map(unescaped) }));
    if (people.length % ROWS_A_TURN === 0) await breathe();
  }
  return people;
};
