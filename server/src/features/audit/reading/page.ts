import type { z } from 'zod';
import type { auditQuery } from '../../../../../contracts/http-audit';
import type { AuditRepository, StoredEntry } from '../audit.repository';

type Reader = Pick<AuditRepository, 'list'>;

export interface Page {
  /** Newest first. */
  readonly entries: readonly StoredEntry[];
  readonly newer: string | null;
  readonly older: string | null;
}

const cursorOf = (entry: StoredEntry | undefined): string | null => (entry ? String(entry.id) : null);

/**
 * One page by keyset. It asks for one entry more than it shows: that one tells whether there is more.
 * In the direction that the reader comes from there is at least the entry whose cursor he has sent.
 */
export const readPage = async (repository: Reader, { pageSize, before, after }: Pick<z.output<typeof auditQuery>, 'pageSize' | 'before' | 'after'>): Promise<Page> => {
  if (after !== undefined) {
    const found = await repository.list({ after: Number(after), limit: pageSize + 1 });
    const entries = found.slice(0, pageSize).reverse();
    return { entries, newer: found.length > pageSize ? cursorOf(entries[0]) : null, older: cursorOf(entries.at(-1)) };
  }
  const found = await repository.list({ ...(before !== undefined && { before: Number(before) }), limit: pageSize + 1 });
  const entries = found.slice(0, pageSize);
  return {
    entries,
    newer: before === undefined ? null : cursorOf(entries[0]),
    older: found.length > pageSize ? cursorOf(entries.at(-1)) : null,
  };
};
