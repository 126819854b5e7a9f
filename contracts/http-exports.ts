import { z } from 'zod';

/**
 * How exported rows are written.
 *
 * - `csv`: RFC 4180, UTF-8, with a header. A text that a spreadsheet would take for a formula has a `'` before it.
 * - `json`: one array.
 * - `jsonl`: one object a line.
 */
export const EXPORT_FORMATS = ['csv', 'json', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * `GET /api/roster/exports/:type`: the records of a governed type, as far as the caller may export them
 * (`data_export`.`export`) and see them; all of them, however many there are. Filters are those of the host's REST API.
 * `X-Total-Count` says how many rows there will be; a client that has enough closes the connection.
 */
export const exportQuery = z.looseObject({
  format: z.enum(EXPORT_FORMATS).default('csv'),
  status: z.enum(['draft', 'published']).default('published'),
  locale: z.string().max(16).optional(),
  filters: z.record(z.string(), z.unknown()).optional(),
});

/**
 * `GET /roster/exports/:type` (panel): a list of the Content Manager as a file, whole and in its order. The address of
 * the list says what is in it: its `filters`, `_q`, `sort`, `status`, `locale`, and `roster` for whose it is.
 */
export const listExportQuery = z.looseObject({
  format: z.enum(EXPORT_FORMATS).default('csv'),
  _q: z.string().optional(),
  roster: z.record(z.string(), z.unknown()).optional(),
});
