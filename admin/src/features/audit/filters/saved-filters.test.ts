import { savedIn, withoutSaved, withSaved } from './saved-filters';

const REFUSALS = { name: 'Refusals', search: 'outcome=refused' };
const EXPORTS = { name: 'Exports', search: 'action=export.started' };

describe('saved filters', () => {
  it('stand in the order of their names, whenever they were saved', () => {
    expect(withSaved(withSaved([], REFUSALS), EXPORTS).map(({ name }) => name)).toEqual(['Exports', 'Refusals']);
  });

  it('have a name once: who saves it again means something else by it', () => {
    const again = { name: 'Refusals', search: 'outcome=refused&from=2026-11-01' };
    expect(withSaved([EXPORTS, REFUSALS], again)).toEqual([EXPORTS, again]);
  });

  it('are gone when they are deleted, and the others stay', () => {
    expect(withoutSaved([EXPORTS, REFUSALS], 'Exports')).toEqual([REFUSALS]);
    expect(withoutSaved([EXPORTS], 'Refusals')).toEqual([EXPORTS]);
  });
});

describe('what the browser has kept', () => {
  it('is read as it was written', () => {
    expect(savedIn(JSON.parse(JSON.stringify([EXPORTS, REFUSALS])))).toEqual([EXPORTS, REFUSALS]);
  });

  it.each([[undefined], [null], ['garbage'], [{ name: 'Refusals' }], [42]])('%p is nothing', (kept) => {
    expect(savedIn(kept)).toEqual([]);
  });

  it('loses what is no filter, and nothing else', () => {
    expect(savedIn([null, 'x', { name: '', search: 'a=b' }, { name: 'Half' }, { name: 'Empty', search: '' }, { ...REFUSALS, since: 1 }])).toEqual([REFUSALS]);
  });
});
