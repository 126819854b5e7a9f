'use strict';

// A node of the site in a process of its own: boots the playground, says so, and stops when told.
// The database and all else come by environment variables.
const { createStrapi } = require('@strapi/strapi');

const appDir = process.argv[2];

const main = async () => {
  process.chdir(appDir);
  const strapi = await createStrapi({ appDir, distDir: appDir, autoReload: false, serveAdminPanel: false }).load();
  process.send({ up: true });
  await new Promise((resolve) => {
    process.once('message', resolve);
  });
  await strapi.destroy();
};

main().then(
  () => process.exit(0),
  (error) => {
    process.send({ error: String(error?.stack ?? error) }, () => process.exit(1));
  },
);
