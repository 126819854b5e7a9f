import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { ROOT, inRoot } from './root.mjs';

const SKIPPED = new Set(['node_modules', '.tmp', '.cache', '.strapi']);

const filesUnder = (relative) => {
  const absolute = inRoot(relative);
  if (!fs.existsSync(absolute)) return [];
  if (fs.statSync(absolute).isFile()) return [absolute];
  return fs
    .readdirSync(absolute, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !path.relative(ROOT, file).split(path.sep).some((part) => SKIPPED.has(part)));
};

/** One hash over names and contents; times don't count, so that a fresh checkout and an old one agree. */
export const hashOf = (inputs, { except = /$^/ } = {}) => {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesUnder).sort()) {
    const name = path.relative(ROOT, file).split(path.sep).join('/');
    if (except.test(name)) continue;
    hash.update(name).update('\0').update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 16);
};

/** What a seeded database depends on: the built server and the app that it is made with. */
const hashOfFixture = () =>
  hashOf(['dist/server', 'playground/config', 'playground/src', 'playground/package.json', 'package-lock.json'], {
    except: /\.d\.ts$|^playground\/src\/admin\//,
  });

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(hashOfFixture());
