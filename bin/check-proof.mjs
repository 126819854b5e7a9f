#!/usr/bin/env node
// Checks a proof of Roster's audit log: that an entry is part of a log of which a checkpoint was signed.
// It needs Node and nothing else: no Strapi, no database, no other file of this package.
//
//   node check-proof.mjs proof.json --public-key "roster+1a2b3c4d+AT…"
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const fail = (message) => {
  console.error(`NOT PROVEN: ${message}`);
  process.exit(1);
};

const { values, positionals } = parseArgs({ options: { 'public-key': { type: 'string' } }, allowPositionals: true });
const [file] = positionals;
if (!file || !values['public-key']) fail('Usage: node check-proof.mjs proof.json --public-key KEY');

const { body, personal, place, size, path, checkpoint } = JSON.parse(readFileSync(file, 'utf8'));

// 1. The signature of the checkpoint (C2SP signed-note, Ed25519).
const [, origin, encoded] = /^([^+\s]+)\+[0-9a-f]{8}\+(.+)$/.exec(values['public-key']) ?? fail('The public key has not the form name+hash+key.');
const rawKey = Buffer.from(encoded, 'base64').subarray(1);
const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: rawKey.toString('base64url') }, format: 'jwk' });
const cut = checkpoint.indexOf('\n\n— ');
const text = checkpoint.slice(0, cut + 1);
const [signedOrigin, signedSize, root] = text.split('\n');
const signature = Buffer.from(checkpoint.slice(cut).trim().split(' ').at(-1), 'base64').subarray(4);
if (signedOrigin !== origin) fail(`The checkpoint is of the log "${signedOrigin}", the key of "${origin}".`);
if (!verify(null, Buffer.from(text), publicKey, signature)) fail('The signature of the checkpoint is not one of this key.');
if (Number(signedSize) !== size) fail('The checkpoint is of another size.');

// 2. The way from the entry to the root (RFC 6962, section 2.1; RFC 9162, section 2.1.3.2).
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const join = (left, right) => sha256(Buffer.of(1), left, right);
let node = sha256(Buffer.of(0), body);
let [at, last] = [place, size - 1];
for (const sibling of path.map((hash) => Buffer.from(hash, 'base64'))) {
  if (last === 0) fail('The path does not lead to the root: it is too long.');
  if (at % 2 === 1 || at === last) {
    node = join(sibling, node);
    while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
  } else node = join(node, sibling);
  [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
}
if (place >= size || last !== 0 || node.toString('base64') !== root) fail('The path does not lead to the signed root.');

// 3. What is personal stands beside the sealed text, which holds its hash.
const entry = JSON.parse(body);
if (personal !== null && createHash('sha256').update(personal).digest('base64') !== entry.personal) fail('The personal part is not the one that was sealed.');

console.log(`PROVEN: entry ${entry.eventId} (${entry.action}, ${entry.occurredAt}) stands at place ${place} of the log "${origin}" of ${size} entries.`);
