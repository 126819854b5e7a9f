// npm run reference               writes docs/reference from the code
// npm run reference -- --check    changes nothing, and ends with 1 when a page isn't what the code says
import fs from 'node:fs';
import path from 'node:path';

import { inRoot } from './lib/root.mjs';
import { api } from './reference/api.mjs';
import { auditActions } from './reference/audit-actions.mjs';
import { configuration } from './reference/configuration.mjs';
import { errors } from './reference/errors.mjs';
import { matrix } from './reference/matrix.mjs';

const FOLDER = 'docs/reference';

const pages = {
  'api.md': api(),
  'audit-actions.md': auditActions(),
  'configuration.md': configuration(),
  'errors.md': errors(),
  'matrix.md': matrix(),
};

const read = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined);
const present = fs.existsSync(inRoot(FOLDER)) ? fs.readdirSync(inRoot(FOLDER)) : [];
const stale = Object.keys(pages).filter((name) => read(inRoot(FOLDER, name)) !== pages[name]);
const strays = present.filter((name) => !(name in pages));

if (process.argv.includes('--check')) {
  for (const name of stale) console.log(`${FOLDER}/${name} is not what the code says: npm run reference`);
  for (const name of strays) console.log(`${FOLDER}/${name} comes from nowhere: delete it, or write it in scripts/reference.mjs`);
  process.exitCode = stale.length + strays.length > 0 ? 1 : 0;
} else {
  fs.mkdirSync(inRoot(FOLDER), { recursive: true });
  for (const name of stale) fs.writeFileSync(inRoot(FOLDER, name), pages[name]);
  console.log(stale.length > 0 ? `written: ${stale.map((name) => path.posix.join(FOLDER, name)).join(', ')}` : 'nothing to write');
}
