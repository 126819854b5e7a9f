import { parse } from 'papaparse';

/** One line of a file, by the names of its columns in small letters. */
export interface CsvRow {
  /** Where it begins in the file; the header is line 1. */
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

export interface CsvTable {
  /** As they are written. */
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
  /** Lines whose quotes don't close, or that hold more than there are columns. */
  readonly broken: readonly number[];
}

/** UTF-8, UTF-16 with its mark, or what spreadsheets of Western Europe still write. */
const decode = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** Guessed from the first lines that say something; apart from the reading, since empty lines spoil the guess. */
const delimiterOf = (text: string): string => parse(text, { preview: 10, skipEmptyLines: 'greedy', delimitersToGuess: [',', ';', '\t', '|'] }).meta.delimiter;

const breaksIn = (text: string, from: number, to: number): number => {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
};

export const columnKey = (name: string): string => name.trim().toLowerCase();

/** Reads a CSV file with a header (RFC 4180; comma, semicolon, tab or bar between the columns). Empty lines are left out. */
export const readCsv = (bytes: Uint8Array): CsvTable => {
  // Lines that end differently in one file would be taken for one line, or leave a mark in the last column.
  const text = decode(bytes).replace(/\r\n?/g, '\n');
  let columns: readonly string[] | undefined;
  const rows: CsvRow[] = [];
  const broken: number[] = [];
  let [cursor, line] = [0, 1];
  parse<string[]>(text, {
    delimiter: delimiterOf(text),
    step: ({ data, errors, meta }) => {
      const at = line;
      line += breaksIn(text, cursor, meta.cursor);
      cursor = meta.cursor;
      if (data.every((value) => value.trim() === '')) return;
      if (!columns) columns = data.map((value) => value.trim());
      else if (errors.length > 0 || data.length > columns.length) broken.push(at);
      else rows.push({ line: at, values: Object.fromEntries(columns.map((name, index) => [columnKey(name), (data[index] ?? '').trim()])) });
    },
  });
  return { columns: columns ?? [], rows, broken };
};
