import { Readable } from 'node:stream';
import type { ExportRow, Format } from './formats';

/** What is exported: rows of these columns, page by page, so that no more than one page is in memory. */
export interface Exported {
  readonly columns: readonly string[];
  readonly pages: AsyncIterable<readonly ExportRow[]>;
  /** Hears how many rows have left, and whether that was all: a client may have gone. */
  onEnd(rows: number, isComplete: boolean): Promise<void>;
}

async function* textOf({ columns, pages, onEnd }: Exported, format: Format): AsyncGenerator<string> {
  let rows = 0;
  let isComplete = false;
  try {
    yield format.begin(columns);
    for await (const page of pages) {
      if (page.length === 0) continue;
      yield format.rows(page, columns, rows === 0);
      rows += page.length;
    }
    yield format.end(rows === 0);
    isComplete = true;
  } finally {
    // Also where the client has gone, and where a page could not be read.
    await onEnd(rows, isComplete);
  }
}

/** An export as a stream that reads as fast as its client does. */
export const streamOf = (exported: Exported, format: Format): Readable => Readable.from(textOf(exported, format), { objectMode: false });
