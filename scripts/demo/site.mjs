// The playground in this process, on its own database, with the panel or without.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { inRoot } from '../lib/root.mjs';

const appDir = inRoot('playground');
const require = createRequire(path.join(appDir, 'package.json'));

export const playground = (module) => require(path.join(appDir, 'src', module));

const QUIET = { LOG_LEVEL: 'warn', STARTUP_BANNER: 'false', STRAPI_TELEMETRY_DISABLED: 'true' };

const listen = async (strapi, port) => {
  const { httpServer } = strapi.server;
  await new Promise((resolve, reject) => {
    httpServer.once('error', reject);
    httpServer.listen(port, process.env.HOST ?? '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${httpServer.address().port}`;
};

/** Starts the playground; answers where it listens. `file` is its SQLite database. */
export const startSite = async ({ file, port, panel }) => {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  // The production build of the panel is served in production only; the demo's secrets are known anyway.
  Object.assign(process.env, { NODE_ENV: 'production', DATABASE_FILENAME: file, ...QUIET });
  process.chdir(appDir);
  const { createStrapi } = require('@strapi/strapi');
  const strapi = createStrapi({ appDir, distDir: appDir, autoReload: false, serveAdminPanel: panel });
  await strapi.load();
  strapi.server.routes([playground('mail/page').route]);
  strapi.server.mount();
  return { strapi, url: await listen(strapi, port) };
};
