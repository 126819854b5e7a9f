import { namesSomebody, tellsMore } from './names-somebody';

const zyta = { logins: ['zyta@x.test', 'zyta'], words: ['Zyta Quell', 'zyta@x.test'] };
const kept = (values: object) => JSON.stringify({ ...values, salt: 'zyta' });

describe('what is kept beside an entry', () => {
  it.each([
    ['her address', { email: 'Zyta@X.test' }, true],
    ['the name that she signs in with', { identifier: ' ZYTA ' }, true],
    ['her name within a text', { note: 'for zyta quell, please' }, true],
    ['a name that begins like hers', { identifier: 'zyta2' }, false],
    ['somebody else', { email: 'carla@x.test' }, false],
    ['a client that calls itself so', { userAgent: 'zyta' }, false],
  ])('names her by %s: %s', (_what, values, isNamed) => expect(namesSomebody(kept(values), zyta)).toBe(isNamed));

  it('tells more than of the client, or not', () => {
    expect([kept({ ip: '::1', userAgent: 'x' }), kept({ ip: '::1', email: 'a@x.test' })].map(tellsMore)).toEqual([false, true]);
  });
});
