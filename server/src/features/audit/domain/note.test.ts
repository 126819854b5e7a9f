import { createSealingKey } from './keys';
import { readCheckpoint, signCheckpoint, verifierKey } from './note';

const key = createSealingKey('a secret of the site', 'roster.example');
const other = createSealingKey('another secret', 'roster.example');
const checkpoint = { size: 42, root: Buffer.alloc(32, 7).toString('base64'), at: '2026-11-28T12:00:00.000Z' };

describe('a signed checkpoint', () => {
  it('has the lines of a tlog checkpoint', () => {
    const lines = signCheckpoint(checkpoint, key).split('\n');
    expect(lines).toEqual(['roster.example', '42', checkpoint.root, `time ${checkpoint.at}`, '', expect.stringMatching(/^— roster\.example [A-Za-z0-9+/]{91}=$/), '']);
  });

  it('is read with the key that has signed it, among others', () => {
    expect(readCheckpoint(signCheckpoint(checkpoint, key), [other, key])).toEqual(checkpoint);
  });

  it.each([
    ['with a key that nobody knows', signCheckpoint(checkpoint, other), 'unknown key'],
    ['of another size', signCheckpoint(checkpoint, key).replace('\n42\n', '\n43\n'), 'bad signature'],
    ['of another time', signCheckpoint(checkpoint, key).replace('12:00', '11:00'), 'bad signature'],
    ['that is cut off', signCheckpoint(checkpoint, key).slice(0, 60), 'malformed'],
    ['with another signature', signCheckpoint(checkpoint, key).replace(/.{9}=\n$/, 'AAAAAAAAA=\n'), 'bad signature'],
  ])('%s is not', (_what, note, fault) => {
    expect(readCheckpoint(note, [key])).toBe(fault);
  });

  // The example key of the C2SP signed-note document has this form: name+hash+base64(0x01 || key).
  it('tells its verifiers the key', () => {
    expect(verifierKey(key)).toMatch(/^roster\.example\+[0-9a-f]{8}\+AQ?[A-Za-z0-9+/]+=*$/);
  });
});

describe('a key of the log', () => {
  it('is the same for the same secret, and not for another', () => {
    expect(createSealingKey('a secret of the site', 'elsewhere').id).toBe(key.id);
    expect(other.id).not.toBe(key.id);
  });

  it('seals an entry for its place alone', () => {
    const seals = [key.waiting('leaf'), key.placed('leaf', 1), key.placed('leaf', 2), key.placed('other', 1), other.placed('leaf', 1)];
    expect(new Set(seals).size).toBe(seals.length);
  });
});
