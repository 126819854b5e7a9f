import { listQueryOf } from './list-query';

const queryOf = (search: string): string => decodeURIComponent(listQueryOf(search).toString());

describe('what a list asks for', () => {
  it('is its filters, its search, its order and whose it is, and no page of it', () => {
    const search = '?page=2&pageSize=10&sort=name:ASC&filters[$and][0][name][$startsWith]=A&_q=acme&roster[book]=mine';
    expect(queryOf(search)).toBe('sort=name:ASC&filters[$and][0][name][$startsWith]=A&_q=acme&roster[book]=mine');
  });

  it('is in the language that its address has from a plugin', () => {
    expect(queryOf('?plugins[i18n][locale]=fr&sort=name:ASC')).toBe('locale=fr&sort=name:ASC');
  });

  it('keeps letter by letter what was typed', () => {
    const typed = 'A & B=100% + ü?';
    expect(listQueryOf(`?_q=${encodeURIComponent(typed)}&filters[$and][0][name][$eq]=${encodeURIComponent(typed)}`).getAll('_q')).toEqual([typed]);
  });

  it('is nothing where the address says nothing', () => {
    expect(queryOf('')).toBe('');
  });
});
