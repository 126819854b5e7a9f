import { nameOfRow } from './nameOfRow';

const HEADERS = [{ name: 'id' }, { name: 'name' }, { name: 'email' }];

describe('the name of a row', () => {
  it.each([
    ['is the first text that is shown', { id: 7, name: 'Acme', email: 'a@b.test' }, 'Acme'],
    ['is not an empty one', { id: 7, name: '', email: 'a@b.test' }, 'a@b.test'],
    ['is its documentId where no text is shown', { id: 7, name: null, notes: 'not shown' }, 'abc'],
  ])('%s', (_what, attributes, name) => {
    expect(nameOfRow({ documentId: 'abc', ...attributes }, HEADERS)).toBe(name);
  });

  it('of no row is empty', () => {
    expect(nameOfRow(undefined, HEADERS)).toBe('');
  });
});
