import { IMPORT_COLUMNS, IMPORT_ERROR_COLUMNS, type ImportReason } from '../../../../../../contracts/http-imports';

type Column = (typeof IMPORT_COLUMNS)[number];

/** What is wrong with the header. */
export interface ColumnFault {
  readonly column: string;
  readonly fault: 'missing' | 'unknown' | 'twice';
}

/** Where in a row each column stands. */
export interface Columns {
  readonly at: ReadonlyMap<string, number>;
  readonly count: number;
}

/** A row as it is written. */
export interface PersonRow {
  readonly line: number;
  readonly email: string;
  readonly role: string;
  readonly territory: string;
  /** What is wrong with it, whatever it says. */
  readonly fault: Extract<ImportReason, 'TOO_MANY_VALUES'> | null;
}

const KNOWN: readonly string[] = [...IMPORT_COLUMNS, ...IMPORT_ERROR_COLUMNS];
const NEEDED: readonly Column[] = ['email', 'role'];

/** Nothing but the columns that are known, each once, in whichever order: what somebody calls otherwise is not guessed. */
export const columnsIn = (header: readonly string[]): Columns | ColumnFault => {
  const at = new Map<string, number>();
  for (const [index, written] of header.entries()) {
    const column = written.trim().toLowerCase();
    if (!KNOWN.includes(column)) return { column: written.trim(), fault: 'unknown' };
    if (at.has(column)) return { column, fault: 'twice' };
    at.set(column, index);
  }
  const missing = NEEDED.find((column) => !at.has(column));
  return missing === undefined ? { at, count: header.length } : { column: missing, fault: 'missing' };
};

/** What a row says. Values behind the last column are nobody's, unless they are empty, as spreadsheets leave them. */
export const personIn = ({ at, count }: Columns, { line, values }: { readonly line: number; readonly values: readonly string[] }): PersonRow => {
  const value = (column: Column): string => values[at.get(column) ?? -1]?.trim() ?? '';
  const isTooLong = values.slice(count).some((rest) => rest.trim() !== '');
  return { line, email: value('email'), role: value('role'), territory: value('territory_id'), fault: isTooLong ? 'TOO_MANY_VALUES' : null };
};
