import fs from 'node:fs';

import { inRoot } from '../lib/root.mjs';

/** The text between the stars, as it was written. */
const plain = (comment) =>
  comment
    .split('\n')
    .map((row) => row.replace(/^\s*\* ?/, ''))
    .join('\n')
    .trim();

/** The comment that stands before a constant of a file, or nothing. */
export const commentOn = (file, name) => {
  const before = new RegExp(`/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*(?:export )?const ${name}\\b`);
  const found = before.exec(fs.readFileSync(inRoot(file), 'utf8'));
  return found ? plain(found[1]) : undefined;
};

/** The comment on a method of an object in a file, or nothing. */
export const commentOnMethod = (file, name) => {
  const before = new RegExp(`/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*(?:async )?${name}\\b\\s*[:(]`);
  const found = before.exec(fs.readFileSync(inRoot(file), 'utf8'));
  return found ? plain(found[1]) : undefined;
};

/** The comment on a constant, where a page can't do without it. */
export const mustComment = (file, name) => {
  const comment = commentOn(file, name);
  if (!comment) throw new Error(`${file}: "${name}" is in the reference and has no comment.`);
  return comment;
};
