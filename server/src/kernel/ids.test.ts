import { createDocumentId } from './ids';

const ids = Array.from({ length: 2_000 }, createDocumentId);

describe('a documentId of our own', () => {
  it('looks like the host\'s: 24 letters and digits, a letter first', () => {
    expect(ids.filter((id) => !/^[a-z][a-z0-9]{23}$/.test(id))).toEqual([]);
  });

  it('is no number to the host, which takes for one whatever parseInt can read', () => {
    expect(ids.filter((id) => !Number.isNaN(parseInt(id, 10)))).toEqual([]);
  });

  it('is used once, and uses all the letters and digits there are behind its moment', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids.map((id) => id[9])).size).toBe(36);
    expect(new Set(ids.flatMap((id) => [...id.slice(9)])).size).toBe(36);
  });

  it('comes behind those that were made before it, so that an index grows at its end', () => {
    jest.useFakeTimers({ now: new Date('2026-01-31T10:00:00Z') });
    const moments = ['2026-01-31T10:00:00.001Z', '2031-12-01T00:00:00Z', '2058-12-31T23:59:59Z'];
    const made = [createDocumentId(), ...moments.map((moment) => {
      jest.setSystemTime(new Date(moment));
      return createDocumentId();
    })];
    jest.useRealTimers();
    expect([...made].sort()).toEqual(made);
  });
});
