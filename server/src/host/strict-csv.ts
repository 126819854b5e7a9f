import papa from 'papaparse';
import { breathe } from '../kernel/breathe';

/** One row of a file: its values in their order, and the line where it begins. The header is line 1. */
export interface SheetRow {
  readonly line: number;
  readonly values: readonly string[];
}

/** What is wrong with a whole file, and where. */
export interface SheetFault {
  readonly fault: 'encoding' | 'nul' | 'quote' | 'rows';
  readonly line: number;
}

const [LF, CR] = [0x0a, 0x0d];

/** Of the first line that is no UTF-8. In UTF-8 no letter holds the byte of a line break. */
const lineOfFault = (bytes: Uint8Array): number => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [line, start] = [1, 0];
  for (let at = 0; at <= bytes.length; at += 1) {
    const byte = bytes[at];
    if (at < bytes.length && byte !== LF && (byte !== CR || bytes[at + 1] === LF)) continue;
    try {
      decoder.decode(bytes.subarray(start, at));
    } catch {
      return line;
    }
    [line, start] = [line + 1, at + 1];
  }
  return line;
};

const breaksIn = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
};

/** UTF-8, with or without its mark, and lines that all end alike: in a file that mixes them, lines would be taken for one. */
const textOf = (bytes: Uint8Array): string | SheetFault => {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    return { fault: 'encoding', line: lineOfFault(bytes) };
  }
  // UTF-16 without its mark, a spreadsheet's own format, or somebody who tries what comes of it.
  const nul = text.indexOf('\0');
  return nul < 0 ? text : { fault: 'nul', line: breaksIn(text.slice(0, nul)) + 1 };
};

/** Of the header: what spreadsheets put between columns, depending on the country. */
const delimiterOf = (text: string): string => {
  const [header = ''] = text.split('\n', 1);
  return [',', ';', '\t'].find((sign) => header.includes(sign)) ?? ',';
};

/** Rows that are read in one go; between them others are served. */
const ROWS_A_TURN = 1_000;

/**
 * Reads a small CSV file (RFC 4180; comma, semicolon or tab) and guesses nothing: another encoding, or a quote that does
 * not close where it should, is a fault of the file, since rows behind it would become part of the one before. Empty
 * lines are left out. It stops at the first row that is too many.
 */
export const readSheet = async (bytes: Uint8Array, most: number): Promise<readonly SheetRow[] | SheetFault> => {
  const text = textOf(bytes);
  if (typeof text !== 'string') return text;
  await breathe();
  const rows: SheetRow[] = [];
  let fault: SheetFault | undefined;
  // After a pause the parser counts from where it stopped.
  let [rest, cursor, line, count] = [text, 0, 1, 0];
  await new Promise<void>((resolve) => {
    papa.parse<string[]>(text, {
      delimiter: delimiterOf(text),
      newline: '\n',
      complete: () => resolve(),
      step({ data, errors, meta }, parser) {
        const at = line;
        line += breaksIn(rest.slice(cursor, meta.cursor));
        cursor = meta.cursor;
        count += 1;
        if (errors.some(({ type }) => type === 'Quotes')) fault = { fault: 'quote', line: at };
        else if (data.some((value) => value.trim() !== '')) rows.push({ line: at, values: data });
        // Empty lines too are lines that somebody has to go through: with twice as many as rows are taken, it is no table of people.
        if (rows.length > most + 1 || count > 2 * most + 2) fault ??= { fault: 'rows', line: at };
        if (fault) return parser.abort();
        if (count % ROWS_A_TURN > 0) return undefined;
        parser.pause();
        [rest, cursor] = [rest.slice(cursor), 0];
        return void setImmediate(() => parser.resume());
      },
    });
  });
  return fault ?? rows;
};

/** A cell that begins so is a formula to a spreadsheet, also behind blanks, and in full width. */
const FORMULA = /^\s*[=+\-@\t\r\n＝＋－＠]/;

/** Rows as a CSV file that a spreadsheet opens without carrying anything out. */
export const writeSheet = (rows: readonly (readonly (string | number)[])[]): string =>
  `${papa.unparse(rows as (string | number)[][], { newline: '\r\n', escapeFormulae: FORMULA, quotes: true })}\r\n`;

/** A cell as it was before `writeSheet` has made it harmless. */
export const unescaped = (value: string): string => (value.startsWith("'") && FORMULA.test(value.slice(1)) ? value.slice(1) : value);
