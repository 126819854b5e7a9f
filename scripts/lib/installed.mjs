import fs from 'node:fs';

import { inRoot } from './root.mjs';

const packagesOf = (file) => {
  try {
    return JSON.parse(fs.readFileSync(inRoot(file), 'utf8')).packages ?? {};
  } catch {
    return null;
  }
};

/** npm keeps a copy of the lockfile in node_modules: when the two differ, an install is due. */
export const isInstalled = () => {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  if (!present) return false;
  // Without a lockfile there is nothing to compare with.
  if (!wanted) return true;
  return Object.entries(wanted).every(([name, entry]) => {
    if (!name.startsWith('node_modules/') || entry.link) return true;
    // Packages for other platforms are in the lockfile and never in node_modules.
    if (!(name in present)) return Boolean(entry.optional || entry.devOptional);
    return present[name].version === entry.version;
  });
};
