import papa from 'papaparse';
import type { ExportFormat } from '../../../../contracts/http-exports';

export type ExportRow = Readonly<Record<string, unknown>>;

/** How rows become text: what stands before them, they themselves, part by part, and what stands behind them. */
export interface Format {
  readonly contentType: string;
  readonly extension: string;
  begin(columns: readonly string[]): string;
  rows(rows: readonly ExportRow[], columns: readonly string[], isFirst: boolean): string;
  end(isEmpty: boolean): string;
}

/** A cell holds a text: what is deeper is written as JSON. */
const cellOf = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
};

const BREAK = '\r\n';

/** A text that begins so is a formula to a spreadsheet (OWASP, CSV injection). */
const CSV = { newline: BREAK, escapeFormulae: true } as const;

const csv: Format = {
  contentType: 'text/csv; charset=utf-8',
  extension: 'csv',
  begin: (columns) => papa.unparse([columns as string[]], CSV) + BREAK,
  rows: (rows, columns) => papa.unparse(rows.map((row) => columns.map((name) => cellOf(row[name]))), CSV) + BREAK,
  end: () => '',
};

const json: Format = {
  contentType: 'application/json; charset=utf-8',
  extension: 'json',
  begin: () => '[',
  rows: (rows, _columns, isFirst) => `${isFirst ? '\n' : ',\n'}${rows.map((row) => JSON.stringify(row)).join(',\n')}`,
  end: (isEmpty) => (isEmpty ? ']\n' : '\n]\n'),
};

const jsonl: Format = {
  contentType: 'application/x-ndjson; charset=utf-8',
  extension: 'jsonl',
  begin: () => '',
  rows: (rows) => `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`,
  end: () => '',
};

export const FORMATS: Readonly<Record<ExportFormat, Format>> = { csv, json, jsonl };
