import { readPage } from './page';
import type { StoredEntry } from '../audit.repository';

/** A log of entries 1 to 7, read as the database would. */
const repository = {
  async list({ before, after, limit }: { before?: number; after?: number; limit: number }) {
    const ids = [1, 2, 3, 4, 5, 6, 7].filter((id) => (before === undefined || id < before) && (after === undefined || id > after));
    if (after === undefined) ids.reverse();
    return ids.slice(0, limit).map((id) => ({ id }) as StoredEntry);
  },
};

const page = async (query: { before?: string; after?: string }) => {
  const { entries, newer, older } = await readPage(repository, { pageSize: 3, ...query });
  return { ids: entries.map(({ id }) => id), newer, older };
};

describe('a page of the log', () => {
  it('starts with the newest', async () => {
    expect(await page({})).toEqual({ ids: [7, 6, 5], newer: null, older: '5' });
  });

  it('goes on where the last one ended, and ends at the oldest', async () => {
    expect(await page({ before: '5' })).toEqual({ ids: [4, 3, 2], newer: '4', older: '2' });
    expect(await page({ before: '2' })).toEqual({ ids: [1], newer: '1', older: null });
  });

  it('goes back the same way', async () => {
    expect(await page({ after: '1' })).toEqual({ ids: [4, 3, 2], newer: '4', older: '2' });
    expect(await page({ after: '4' })).toEqual({ ids: [7, 6, 5], newer: null, older: '5' });
  });

  it('behind the ends is empty', async () => {
    expect(await page({ before: '1' })).toEqual({ ids: [], newer: null, older: null });
    expect(await page({ after: '7' })).toEqual({ ids: [], newer: null, older: null });
  });
});
