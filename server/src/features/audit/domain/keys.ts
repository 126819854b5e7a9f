import { createHash, createHmac, createPrivateKey, createPublicKey, hkdfSync } from 'node:crypto';
import { rawPublicKey, type Signer } from './note';

/** A key of the log: one secret, from which the key of the rows and that of the checkpoints are made. */
export interface SealingKey extends Signer {
  /** By which rows name it: the beginning of the hash of its public key. */
  readonly id: string;
  /** Seals an entry that waits for its place: nobody without the key can add one. */
  waiting(leaf: string): string;
  /** Seals an entry at its place: nobody without the key can move one. */
  placed(leaf: string, index: number): string;
}

/** An Ed25519 private key of 32 bytes in the form of PKCS #8 (RFC 8410) begins so. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

const derive = (secret: string, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `roster audit ${purpose}`, 32));

export const createSealingKey = (secret: string, origin: string): SealingKey => {
  const macKey = derive(secret, 'entries');
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, derive(secret, 'checkpoints')]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  const mac = (text: string): string => createHmac('sha256', macKey).update(text).digest('base64');
  return {
    origin,
    privateKey,
    publicKey,
    id: createHash('sha256').update(rawPublicKey(publicKey)).digest('hex').slice(0, 16),
    waiting: (leaf) => mac(`waiting\n${leaf}`),
    placed: (leaf, index) => mac(`placed\n${index}\n${leaf}`),
  };
};

/** The key that seals, and those that did before: what they sealed is still to be checked. */
export interface Keyring {
  readonly current: SealingKey;
  readonly all: readonly SealingKey[];
  byId(id: string | null): SealingKey | undefined;
}

export const createKeyring = (secrets: readonly [string, ...string[]], origin: string): Keyring => {
  const all = secrets.map((secret) => createSealingKey(secret, origin));
  return { current: all[0] as SealingKey, all, byId: (id) => all.find((key) => key.id === id) };
};
