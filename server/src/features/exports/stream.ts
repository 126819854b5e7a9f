import { AsyncResource } from 'node:async_hooks';
import { Readable } from 'node:stream';
import { breathe } from '../../kernel/breathe';
import type { ExportRow, Format } from './formats';

/** How an export has ended: how many rows have left, whether these were all, and if not, why. */
export interface Ended {
  readonly rows: number;
  readonly isComplete: boolean;
  /** `client-left`: whoever reads has closed the connection. `failed`: a page could not be read. */
  readonly reason?: 'client-left' | 'failed';
}

/** What is exported: rows of these columns, page by page, so that no more than one page is in memory. */
export interface Exported {
  readonly columns: readonly string[];
  readonly pages: AsyncIterable<readonly ExportRow[]>;
  onEnd(ended: Ended): Promise<void>;
}

async function* textOf({ columns, pages, onEnd }: Exported, format: Format): AsyncGenerator<string, void> {
  let rows = 0;
  // A stream that is closed before its end ends this at one of its `yield`s.
  let reason: Ended['reason'] = 'client-left';
  try {
    yield format.begin(columns);
    for await (const page of pages) {
      if (page.length === 0) continue;
      yield format.rows(page, columns, rows === 0);
      rows += page.length;
      // The next page of SQLite is there at once, and so would be all of them: others want to be served, and what was read to leave.
      await breathe();
    }
    yield format.end(rows === 0);
    reason = undefined;
  } catch (error) {
    reason = 'failed';
    throw error;
  } finally {
    await onEnd({ rows, isComplete: reason === undefined, ...(reason && { reason }) });
  }
}

/**
 * Reads on for whom it was begun. Who asks for the next page is the socket, once it has room again: it may do so on
 * behalf of another request, or of none, which is the system.
 */
const forItsRequest = <T>(source: AsyncGenerator<T, void>): AsyncIterable<T> => {
  const iterator: AsyncIterator<T, void> = { next: AsyncResource.bind(() => source.next()), return: AsyncResource.bind(() => source.return()) };
  return { [Symbol.asyncIterator]: () => iterator };
};

/** An export as a stream that reads as fast as its client does. */
export const streamOf = (exported: Exported, format: Format): Readable => Readable.from(forItsRequest(textOf(exported, format)), { objectMode: false });
