'use strict';

// A node of the site in a process of its own: boots the playground, says so, creates what it is told to, and
// stops when told. The database and all else come by environment variables.
const { createStrapi } = require('@strapi/strapi');

const appDir = process.argv[2];

/** All at once, as requests come. */
const create = (strapi, { uid, list }) => Promise.all(list.map(async (data) => (await strapi.documents(uid).create({ data })).documentId));

/** As many attempts at once as said. How many were let through. */
const take = async (strapi, { name, account, times }) => {
  const { take: attempt } = strapi.plugin('roster').service('limits');
  const results = await Promise.allSettled(Array.from({ length: times }, () => attempt(name, { account })));
  return [String(results.filter(({ status }) => status === 'fulfilled').length)];
};

const main = async () => {
  process.chdir(appDir);
  const strapi = await createStrapi({ appDir, distDir: appDir, autoReload: false, serveAdminPanel: false }).load();
  process.send({ up: true });
  await new Promise((resolve) => {
    process.on('message', (message) => {
      if (message === 'stop') resolve();
      else (message.times === undefined ? create : take)(strapi, message).then((created) => process.send({ created }), (error) => process.send({ error: String(error?.stack ?? error) }));
    });
  });
  await strapi.destroy();
};

main().then(
  () => process.exit(0),
  (error) => {
    process.send({ error: String(error?.stack ?? error) }, () => process.exit(1));
  },
);
