// Boots the playground with the built plugin in plain node. Jest resolves modules in its own way,
// so a file or a package missing from the build would show only here.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

import { inRoot } from './lib/root.mjs';

const appDir = inRoot('playground');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'roster-smoke-'));

Object.assign(process.env, {
  NODE_ENV: 'production',
  DATABASE_CLIENT: 'sqlite',
  DATABASE_FILENAME: path.join(folder, 'data.db'),
  SEED: 'none',
  STRAPI_TELEMETRY_DISABLED: 'true',
});

const expect = (what, holds) => {
  if (!holds) throw new Error(`Smoke: ${what}`);
  console.log(`ok ${what}`);
};

const listen = (server) =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`));
  });

const { createStrapi } = createRequire(path.join(appDir, 'package.json'))('@strapi/strapi');
const strapi = createStrapi({ appDir, distDir: appDir, autoReload: false, serveAdminPanel: false });
strapi.log.level = 'warn';

try {
  await strapi.load();
  strapi.server.mount();
  expect('the plugin is there', strapi.plugin('roster'));
  const url = await listen(strapi.server.httpServer);
  const { status } = await fetch(`${url}/api/roster/me`);
  expect(`a stranger gets nothing from /api/roster/me (${status})`, status === 401 || status === 403);
} finally {
  await strapi.destroy();
  fs.rmSync(folder, { recursive: true, force: true });
}
