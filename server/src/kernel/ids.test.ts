import { createDocumentId } from './ids';

const ids = Array.from({ length: 2_000 }, createDocumentId);

describe('a documentId of our own', () => {
  it('looks like the host\'s: 24 letters and digits, a letter first', () => {
    expect(ids.filter((id) => !/^[a-z][a-z0-9]{23}$/.test(id))).toEqual([]);
  });

  it('is no number to the host, which takes for one whatever parseInt can read', () => {
    expect(ids.filter((id) => !Number.isNaN(parseInt(id, 10)))).toEqual([]);
  });

  it('is used once, and uses all the letters and digits there are', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids.map((id) => id[0])).size).toBe(26);
    expect(new Set(ids.flatMap((id) => [...id.slice(1)])).size).toBe(36);
  });
});
