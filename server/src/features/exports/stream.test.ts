import { AsyncLocalStorage } from 'node:async_hooks';
import { FORMATS } from './formats';
import { streamOf, type Ended } from './stream';

const PAGES = [[{ name: 'a' }, { name: 'b' }], [], [{ name: 'c' }]];

async function* pagesOf(failAt?: number) {
  for (const [at, page] of PAGES.entries()) {
    if (at === failAt) throw new Error('the database is gone');
    yield page;
  }
}

describe('an export as a stream', () => {
  const open = (pages: AsyncIterable<readonly { readonly name: string }[]>) => {
    const ended: Ended[] = [];
    const stream = streamOf({ columns: ['name'], pages, onEnd: async (end) => void ended.push(end) }, FORMATS.jsonl);
    return { stream, ended };
  };
  const textOf = async (stream: AsyncIterable<Buffer>): Promise<string> => {
    const parts: string[] = [];
    for await (const part of stream) parts.push(String(part));
    return parts.join('');
  };

  it('has every row, and says that these were all', async () => {
    const { stream, ended } = open(pagesOf());
    expect(await textOf(stream)).toBe('{"name":"a"}\n{"name":"b"}\n{"name":"c"}\n');
    expect(ended).toEqual([{ rows: 3, isComplete: true }]);
  });

  it('breaks where a page cannot be read, with the rows until then', async () => {
    const { stream, ended } = open(pagesOf(2));
    await expect(textOf(stream)).rejects.toThrow('the database is gone');
    expect(ended).toEqual([{ rows: 2, isComplete: false, reason: 'failed' }]);
  });

  it('ends where its client leaves', async () => {
    const { stream, ended } = open(pagesOf());
    for await (const part of stream) if (String(part) !== '') break;
    // It is closed behind whoever has left.
    await new Promise((resolve) => void setImmediate(resolve));
    expect(ended).toMatchObject([{ isComplete: false, reason: 'client-left' }]);
  });

  it('is read for whom it was begun, whoever asks for more of it', async () => {
    const request = new AsyncLocalStorage<string>();
    const seen: (string | undefined)[] = [];
    async function* pages() {
      for (const page of PAGES) {
        await new Promise((resolve) => void setImmediate(resolve));
        seen.push(request.getStore());
        yield page;
      }
    }
    const { stream } = request.run('carla', () => open(pages()));
    await request.run('ana', () => textOf(stream));
    expect(seen).toEqual(['carla', 'carla', 'carla']);
  });
});
