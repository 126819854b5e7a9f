import { readCsv } from './csv';

const read = (text: string) => readCsv(Buffer.from(text));
const values = (bytes: Uint8Array) => readCsv(bytes).rows.map((row) => row.values);

describe('a CSV file', () => {
  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from('name,city\nZoë,Köln\n')],
    ['UTF-8 with its mark', Buffer.from('\uFEFFname,city\nZoë,Köln\n')],
    ['UTF-16', Buffer.from('\uFEFFname,city\nZoë,Köln\n', 'utf16le')],
    ['what older spreadsheets write', Buffer.from('name,city\nZoë,Köln\n', 'latin1')],
    ['semicolons', Buffer.from('name;city\nZoë;Köln\n')],
    ['tabs', Buffer.from('name\tcity\nZoë\tKöln\n')],
    ['no line break at its end', Buffer.from('name,city\nZoë,Köln')],
  ])('is read as %s', (_what, bytes) => expect(values(bytes)).toEqual([{ name: 'Zoë', city: 'Köln' }]));

  it('may end its lines in different ways', () =>
    expect(read('a,b\r\n1,2\n3,4\r5,6\n').rows).toEqual([
      { line: 2, values: { a: '1', b: '2' } },
      { line: 3, values: { a: '3', b: '4' } },
      { line: 4, values: { a: '5', b: '6' } },
    ]));

  it('counts lines as an editor does, whatever stands in quotes and however many are empty', () =>
    expect(read('a,b\n\n"one\ntwo",2\n , \n3,4\n').rows.map(({ line }) => line)).toEqual([3, 6]));

  it('knows its columns by their names, however they are written, and takes a missing value for none', () =>
    expect(read(' Name ,CITY\nx\n')).toEqual({ columns: ['Name', 'CITY'], rows: [{ line: 2, values: { name: 'x', city: '' } }], broken: [] }));

  it.each<[string, string, number[]]>([
    ['a quote that does not close', 'a,b\n1,2\n"3,4\n5,6\n', [3]],
    ['more values than columns', 'a,b\n1,2,3\n4,5\n6,7,\n', [2, 4]],
  ])('says where there is %s', (_what, text, broken) => expect(read(text).broken).toEqual(broken));

  it('keeps names that are names of something else apart', () => {
    const [row] = read('__proto__,constructor\n1,2\n').rows;
    expect(Object.entries(row?.values ?? {})).toEqual([['__proto__', '1'], ['constructor', '2']]);
  });

  it.each(['', '\n\n', '\uFEFF'])('of nothing has nothing (%j)', (text) => expect(read(text)).toEqual({ columns: [], rows: [], broken: [] }));
});
