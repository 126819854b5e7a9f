import type { BackfillRequest } from '../../../../contracts/http-backfill';

/** Where it stands who owns what. */
export const SOURCES = ['field', 'file'] as const;
export type BackfillSource = (typeof SOURCES)[number];

/** A backfill while it is put together. What is not chosen is kept: one may choose it again. */
export interface BackfillDraft {
  readonly source: BackfillSource;
  readonly field: string;
  readonly file: File | undefined;
  /** The field by which a line of the file names a record. */
  readonly key: string;
  readonly recordColumn: string;
  readonly ownerColumn: string;
  readonly replace: boolean;
}

export const EMPTY_BACKFILL: BackfillDraft = { source: 'field', field: '', file: undefined, key: 'documentId', recordColumn: 'record', ownerColumn: 'owner', replace: false };

/** Inputs that are not right yet. */
export type BackfillGap = 'field' | 'file' | 'record-column' | 'owner-column';

export const gapsInBackfill = ({ source, field, file, recordColumn, ownerColumn }: BackfillDraft): ReadonlySet<BackfillGap> => {
  const gaps = new Set<BackfillGap>();
  if (source === 'field') return field === '' ? gaps.add('field') : gaps;
  if (!file) gaps.add('file');
  if (recordColumn.trim() === '') gaps.add('record-column');
  if (ownerColumn.trim() === '') gaps.add('owner-column');
  return gaps;
};

/** The input that a refusal is about, by its path. */
export const gapAt = (path: string | undefined): BackfillGap | undefined => {
  const gaps: Readonly<Record<string, BackfillGap>> = {
    'data.from.field': 'field',
    file: 'file',
    'data.from.file.columns.record': 'record-column',
    'data.from.file.columns.owner': 'owner-column',
  };
  return path === undefined ? undefined : gaps[path];
};

/** What goes to the server: with a file, a form whose `data` is JSON. */
export const requestOf = ({ source, field, file, key, recordColumn, ownerColumn, replace }: BackfillDraft, type: string): { readonly data: BackfillRequest } | FormData => {
  if (source === 'field' || !file) return { data: { type, from: { field }, replace } };
  const data: BackfillRequest = { type, from: { file: { key, columns: { record: recordColumn.trim(), owner: ownerColumn.trim() } } }, replace };
  const form = new FormData();
  form.append('data', JSON.stringify(data));
  form.append('file', file);
  return form;
};
