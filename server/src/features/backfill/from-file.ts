import { BACKFILL_LIMITS, type BackfillRequest } from '../../../../contracts/http-backfill';
import { columnKey, readCsv, type CsvRow, type CsvTable } from '../../host/csv';
import { listRecords } from '../../host/record-list';
import { recordsByKey } from '../../host/records-by-key';
import type { Strapi } from '../../host/strapi';
import { RosterError } from '../../kernel/errors';
import { groupBy } from '../../kernel/group-by';
import type { Predicate } from '../../kernel/predicate';
import type { Claim, Conflict } from './domain/judge';
import type { People } from './people';

const CHUNK = 1_000;

type FileRequest = Extract<BackfillRequest['from'], { file: unknown }>['file'];

export interface FileClaims {
  readonly claims: readonly Claim[];
  /** Lines that name no record. */
  readonly conflicts: readonly Conflict[];
  readonly lines: number;
}

interface Line {
  readonly line: number;
  readonly key: string;
  readonly owner: string;
}

const assertColumn = (columns: readonly string[], name: string, path: string): void => {
  const count = columns.filter((column) => columnKey(column) === columnKey(name)).length;
  if (count === 1) return;
  const fault = count === 0 ? `The file has no column "${name}". It has: ${columns.join(', ') || 'none'}.` : `The file has the column "${name}" ${count} times.`;
  throw new RosterError('VALIDATION_FAILED', fault, { path: `data.from.file.columns.${path}` });
};

const refuse = (message: string, line?: number): never => {
  throw new RosterError('VALIDATION_FAILED', message, { path: 'file', ...(line !== undefined && { line }) });
};

/** @throws RosterError VALIDATION_FAILED naming the column, or the line, at fault */
const linesOf = ({ columns, rows, broken }: CsvTable, names: FileRequest['columns']): Line[] => {
  assertColumn(columns, names.record, 'record');
  assertColumn(columns, names.owner, 'owner');
  const [line] = broken;
  if (line !== undefined) refuse(`Line ${line} of the file has a quote that is not closed, or more values than there are columns.`, line);
  if (rows.length > BACKFILL_LIMITS.lines) refuse(`The file has ${rows.length} lines; at most ${BACKFILL_LIMITS.lines} are taken.`);
  const at = ({ values }: CsvRow, name: string) => values[columnKey(name)] ?? '';
  return rows.map((row) => ({ line: row.line, key: at(row, names.record), owner: at(row, names.owner) }));
};

/** The records that keys stand for, as far as they are within these rows. */
const recordsOf = async (strapi: Strapi, type: string, { key, keys, within }: { key: string; keys: readonly string[]; within: Predicate }): Promise<ReadonlyMap<string, readonly string[]>> => {
  const found = new Map<string, readonly string[]>();
  for (let start = 0; start < keys.length; start += CHUNK) {
    const byKey = await recordsByKey(strapi, type, key, keys.slice(start, start + CHUNK));
    const seen = new Set(await listRecords(strapi, type, { owners: 'anybody', within, among: [...byKey.values()].flatMap((records) => [...records]) }));
    for (const [value, records] of byKey) found.set(value, [...records].filter((record) => seen.has(record)));
  }
  return found;
};

/**
 * What the lines of a file say. Several lines about one record are one claim.
 * @throws RosterError VALIDATION_FAILED naming the column, or the line, at fault
 */
export const claimsFromFile = async (strapi: Strapi, type: string, { bytes, file: { key, columns }, within, people }: { bytes: Uint8Array; file: FileRequest; within: Predicate; people: People }): Promise<FileClaims> => {
  const lines = linesOf(readCsv(bytes), columns);
  const records = await recordsOf(strapi, type, { key, keys: [...new Set(lines.map((line) => line.key))].filter((value) => value !== ''), within });
  const conflicts: Conflict[] = [];
  const known: (Line & { readonly record: string })[] = [];
  for (const line of lines) {
    const [record, ...others] = records.get(line.key) ?? [];
    if (record !== undefined && others.length === 0) known.push({ ...line, record });
    else conflicts.push({ reason: record === undefined ? 'UNKNOWN_RECORD' : 'SEVERAL_RECORDS', record: null, line: line.line, value: line.key || null });
  }
  const claims = [...groupBy(known, ({ record }) => record)].map(([record, about]): Claim => {
    const named = about.map(({ owner }) => owner).filter((owner) => owner !== '');
    return { record, lines: about.map(({ line }) => line), named, people: named.map(people.byEmail) };
  });
  return { claims, conflicts, lines: lines.length };
};
