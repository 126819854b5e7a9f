import { readSheet, type SheetRow } from './strict-csv';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** More rows than are read in one go: some hold a line break, some are empty. */
const lineOf = (nth: number): string => {
  if (nth % 10 === 3) return `"a${nth}@x.test\nand more",csm`;
  return nth % 10 === 7 ? '' : `a${nth}@x.test,csm`;
};
const TEXT = ['email,role', ...Array.from({ length: 5_005 }, (_, nth) => lineOf(nth))].join('\n');
const LINES = TEXT.split('\n');

describe('a sheet of many rows', () => {
  it('has each row with the line where it begins', async () => {
    const rows = (await readSheet(bytes(TEXT), 20_000)) as readonly SheetRow[];
    expect(rows).toHaveLength(1 + 5_005 - 500);
    for (const { line, values } of rows) expect([line, LINES[line - 1]?.replace('"', '').split(',')[0]]).toEqual([line, values[0]?.split('\n')[0]]);
  });

  it('names the line of a quote that does not close, however far down', async () => {
    expect(await readSheet(bytes(`${TEXT}\n"open,csm\nlast@x.test,csm`), 20_000)).toEqual({ fault: 'quote', line: LINES.length + 1 });
  });

  it('ends at the first row that is too many', async () => {
    const header = (await readSheet(bytes(TEXT), 20_000)) as readonly SheetRow[];
    expect(await readSheet(bytes(TEXT), 3_000)).toEqual({ fault: 'rows', line: header[3_001]?.line });
    expect(await readSheet(bytes('email\n'.repeat(3_000)), 3_000)).toHaveLength(3_000);
  });

  it('leaves others their turns while it is read', async () => {
    let turns = 0;
    let isOver = false;
    const serve = (): void => {
      turns += 1;
      if (!isOver) setImmediate(serve);
    };
    setImmediate(serve);
    await readSheet(bytes(TEXT), 20_000);
    isOver = true;
    expect(turns).toBeGreaterThanOrEqual(5);
  });
});
