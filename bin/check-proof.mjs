#!/usr/bin/env node
// Checks a proof of Roster's audit log: that an entry is part of a log of which a checkpoint was signed.
// It needs Node and nothing else: no Strapi, no database, no other file of this package.
//
//   node check-proof.mjs proof.json --public-key "roster+1a2b3c4d+AT…"
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const USAGE = 'Usage: node check-proof.mjs proof.json --public-key KEY';

class NotProven extends Error {}

const fail = (message) => {
  throw new NotProven(message);
};

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** Node reads over what is no base64: a text that is another one than that of its bytes is none. */
const bytesOf = (text, what) => {
  const bytes = Buffer.from(String(text), 'base64');
  if (bytes.toString('base64') !== text) fail(`${what} is not base64.`);
  return bytes;
};

/** A key as C2SP signed-note writes it: name, the first four bytes of a hash, and behind a byte for Ed25519 the key. */
const readKey = (text) => {
  const [, origin, hash, encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? fail('The public key has not the form name+hash+key.');
  const key = bytesOf(encoded, 'The public key');
  if (key.length !== 33 || key[0] !== 1) fail('The public key is not one of Ed25519.');
  if (sha256(`${origin}\n`, key).subarray(0, 4).toString('hex') !== hash) fail('The public key is not the one of its hash: it was not copied whole.');
  return { origin, hash, key: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key.subarray(1).toString('base64url') }, format: 'jwk' }) };
};

/** 1. The signature of the checkpoint (C2SP signed-note, Ed25519). */
const rootIn = ({ checkpoint, size }, { origin, hash, key }) => {
  const [, text, signedOrigin, signedSize, root, signer, signature] =
    /^(([^\n]+)\n(\d+)\n([A-Za-z0-9+/]{43}=)\n(?:time [^\n]+\n)?)\n— ([^ \n]+) ([A-Za-z0-9+/=]+)\n$/.exec(checkpoint) ?? fail('The checkpoint is not a signed note.');
  if (signedOrigin !== origin || signer !== origin) fail(`The checkpoint is of the log "${signedOrigin}", signed by "${signer}"; the key is of "${origin}".`);
  const signed = bytesOf(signature, 'The signature of the checkpoint');
  if (signed.subarray(0, 4).toString('hex') !== hash || !verify(null, Buffer.from(text), key, signed.subarray(4))) fail('The signature of the checkpoint is not one of this key.');
  if (signedSize !== String(size)) fail('The checkpoint is of another size.');
  return root;
};

/** 2. The way from the entry to the root (RFC 6962, section 2.1; RFC 9162, section 2.1.3.2). */
const rootOver = ({ body, place, size, path }) => {
  const join = (left, right) => sha256(Buffer.of(1), left, right);
  let node = sha256(Buffer.of(0), body);
  let [at, last] = [place, size - 1];
  for (const sibling of path.map((hash) => bytesOf(hash, 'The path'))) {
    if (last === 0) fail('The path does not lead to the root: it is too long.');
    if (at % 2 === 1 || at === last) {
      node = join(sibling, node);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else node = join(node, sibling);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  if (!Number.isInteger(place) || place < 0 || place >= size || last !== 0) fail('The path does not lead to the signed root.');
  return node.toString('base64');
};

const check = (file, publicKey) => {
  const proof = JSON.parse(readFileSync(file, 'utf8'));
  if (proof.version !== 1) fail('The proof is of another version than this script.');
  const key = readKey(publicKey);
  if (rootOver(proof) !== rootIn(proof, key)) fail('The path does not lead to the signed root.');
  const entry = JSON.parse(proof.body);
  // 3. What is personal stands beside the sealed text, which holds its hash. It may have been forgotten.
  if (proof.personal !== null && sha256(proof.personal).toString('base64') !== entry.personal) fail('The personal part is not the one that was sealed.');
  return `entry ${entry.eventId} (${entry.action}, ${entry.occurredAt}) stands at place ${proof.place} of the log "${key.origin}" of ${proof.size} entries.`;
};

try {
  const { values, positionals } = parseArgs({ options: { 'public-key': { type: 'string' } }, allowPositionals: true });
  const [file] = positionals;
  if (!file || !values['public-key']) fail(USAGE);
  console.log(`PROVEN: ${check(file, values['public-key'])}`);
} catch (error) {
  console.error(`NOT PROVEN: ${error instanceof NotProven ? error.message : `the proof cannot be read: ${error.message}`}`);
  process.exit(1);
}
