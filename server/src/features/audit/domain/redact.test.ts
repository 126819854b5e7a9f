import { redact, REDACTED } from './redact';

describe('redaction', () => {
  it.each(['password', 'resetPasswordToken', 'clientSecret', 'apiKey', 'api_key', 'private-key', 'totpSecret', 'recoveryCodes', 'Authorization', 'refreshToken'])('tells nothing of a field called %s, however deep', (name) => {
    expect(redact({ a: [{ [name]: 'x' }] })).toEqual({ a: [{ [name]: REDACTED }] });
  });

  it('tells nothing of a field that the site names', () => {
    expect(redact({ iban: 'DE02', city: 'Bonn' }, new Set(['iban']))).toEqual({ iban: REDACTED, city: 'Bonn' });
  });

  it('tells of a change of a secret that it was one, and not what it was', () => {
    expect(redact({ changes: [{ field: 'clientSecret', before: null, after: 'x' }, { field: 'city', before: 'Bonn', after: 'Rome' }] })).toEqual({ changes: [{ field: 'clientSecret', before: null, after: REDACTED }, { field: 'city', before: 'Bonn', after: 'Rome' }] });
  });

  it.each([
    ['a JSON web token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dBjftJeZ4CVP-mB92K27uhbUJU1p1r'],
    ['a payment key', 'sk_live_abcdef123456'],
    ['a personal access token', `ghp_${'a'.repeat(36)}`],
    ['a cloud key', 'AKIAIOSFODNN7EXAMPLE'],
    ['a bearer header', 'Bearer abcdefghijkl'],
    ['a hash of a password', `$2a$10$${'a'.repeat(53)}`],
    ['a private key', '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----'],
  ])('finds %s in the middle of a text', (_what, secret) => {
    expect(redact({ note: `before ${secret} after` })).toEqual({ note: `before ${REDACTED} after` });
  });

  it('cuts what is too long, and what is too deep', () => {
    expect(redact('a'.repeat(5_000))).toBe(`${'a'.repeat(2_000)}… (5000 characters)`);
    let deep: object = { end: 1 };
    for (let level = 0; level < 20; level += 1) deep = { deep };
    expect(JSON.stringify(redact(deep))).toContain(REDACTED);
  });

  it('leaves alone what is no secret', () => {
    const plain = { name: 'Acme', token: null, arr: 50_001, when: new Date(0), tags: ['eyJ is no token'] };
    expect(redact(plain)).toEqual(plain);
  });
});
