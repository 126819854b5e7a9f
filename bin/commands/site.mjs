import { createRequire } from 'node:module';
import path from 'node:path';

/** Ends the command with a reason. */
export const stop = (message) => {
  console.error(message);
  process.exit(1);
};

/** The host of the site, not the one that this file may lie next to. */
const hostOf = (folder) => {
  try {
    return createRequire(path.join(folder, 'package.json'))('@strapi/strapi');
  } catch {
    return stop(`There is no Strapi in ${folder}. Run this in the folder of a site.`);
  }
};

/** The site of this folder, loaded but not listening. */
export const loadSite = async () => {
  const { compileStrapi, createStrapi } = hostOf(process.cwd());
  return createStrapi(await compileStrapi()).load();
};

/** Loads the site, works with it, and lets go of it. */
export const withSite = async (work) => {
  const strapi = await loadSite();
  try {
    if (strapi.plugin('roster') === undefined) stop('Roster is not enabled in config/plugins.');
    return await work(strapi);
  } finally {
    await strapi.destroy();
  }
};
