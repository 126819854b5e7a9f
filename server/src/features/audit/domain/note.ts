import { createHash, sign, verify, type KeyObject } from 'node:crypto';

/** What a signed checkpoint says: so many entries, and this is the root of their tree. */
export interface Checkpoint {
  readonly size: number;
  readonly root: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Who signs: a name, and an Ed25519 key. */
export interface Signer {
  readonly origin: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** The 32 bytes of an Ed25519 public key. */
export const rawPublicKey = (key: KeyObject): Buffer => Buffer.from(key.export({ format: 'jwk' }).x as string, 'base64url');

const ED25519 = Buffer.of(1);

/** The four bytes by which a note says which key has signed it (C2SP signed-note). */
const keyHash = (origin: string, key: KeyObject): Buffer => createHash('sha256').update(`${origin}\n`).update(ED25519).update(rawPublicKey(key)).digest().subarray(0, 4);

/** A key as verifiers of signed notes take it: name+hash+key. */
export const verifierKey = ({ origin, publicKey }: Pick<Signer, 'origin' | 'publicKey'>): string =>
  `${origin}+${keyHash(origin, publicKey).toString('hex')}+${Buffer.concat([ED25519, rawPublicKey(publicKey)]).toString('base64')}`;

const TIME = 'time ';

/**
 * A checkpoint as a signed note (C2SP tlog-checkpoint and signed-note): origin, size, root, the time as an
 * extension line, an empty line, and the signature over all that stands before it. Tools for such notes read it.
 */
export const signCheckpoint = ({ size, root, at }: Checkpoint, { origin, privateKey, publicKey }: Signer): string => {
  const text = `${origin}\n${size}\n${root}\n${TIME}${at}\n`;
  const signature = Buffer.concat([keyHash(origin, publicKey), sign(null, Buffer.from(text), privateKey)]);
  return `${text}\n— ${origin} ${signature.toString('base64')}\n`;
};

const NOTE = /^(?<text>(?<origin>[^\n]+)\n(?<size>\d{1,15})\n(?<root>[A-Za-z0-9+/]{43}=)\n(?:time (?<at>[^\n]+)\n)?)\n— (?<name>[^ \n]+) (?<signature>[A-Za-z0-9+/=]+)\n?$/;

/** What a note says, if one of these keys has signed it; else why not. */
export const readCheckpoint = (note: string, keys: readonly Pick<Signer, 'origin' | 'publicKey'>[]): Checkpoint | 'malformed' | 'unknown key' | 'bad signature' => {
  const found = NOTE.exec(note)?.groups;
  if (!found) return 'malformed';
  const { text = '', origin, name, size, root = '', at = '', signature = '' } = found;
  if (origin !== name) return 'malformed';
  const bytes = Buffer.from(signature, 'base64');
  const key = keys.find((one) => one.origin === origin && keyHash(origin, one.publicKey).equals(bytes.subarray(0, 4)));
  if (!key) return 'unknown key';
  if (!verify(null, Buffer.from(text), key.publicKey, bytes.subarray(4))) return 'bad signature';
  return { size: Number(size), root, at };
};
