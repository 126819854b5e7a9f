'use strict';

const crypto = require('crypto');

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

const digest = (keys) => crypto.createHash('sha256').update(keys.join('/')).digest();

// Every value depends on its own keys alone, so record 7 is the same in a seed of 24 and of 400.

/** A whole number from 0 to `limit - 1`. */
const number = (limit, ...keys) => digest(keys).readUInt32BE(0) % limit;

const pick = (list, ...keys) => list[number(list.length, ...keys)];

/** A documentId in the shape Strapi gives its own: 24 characters, a letter first. */
const documentId = (...keys) =>
  [...digest(keys).subarray(0, 24)]
    .map((byte, index) => ALPHABET[byte % (index === 0 ? 26 : ALPHABET.length)])
    .join('');

module.exports = { number, pick, documentId };
