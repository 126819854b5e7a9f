import { createRequire } from 'node:module';
import path from 'node:path';

/** Why a command ends: words for a person, who has no use for a stack. */
class Stop extends Error {}

/** Ends the command with a reason. */
export const stop = (message) => {
  throw new Stop(message);
};

/** What an error says to a person: coded where the plugin has thrown it, and all of it where nobody expected it. */
export const reasonOf = (error) => {
  if (error.name === 'RosterError') return `${error.code}: ${error.message}`;
  return error instanceof Stop || typeof error.code === 'string' ? error.message : error.stack;
};

/** The host of the site, not the one that this file may lie next to. */
const hostOf = (folder) => {
  try {
    return createRequire(path.join(folder, 'package.json'))('@strapi/strapi');
  } catch {
    return stop(`There is no Strapi in ${folder}. Run this in the folder of a site.`);
  }
};

/** The site of this folder, made but not loaded. */
const createSite = async () => {
  const { compileStrapi, createStrapi } = hostOf(process.cwd());
  return createStrapi(await compileStrapi());
};

/** The site of this folder, loaded but not listening. */
export const loadSite = async () => (await createSite()).load();

/** Loads the site, works with it, and lets go of it. What the command has to say is not to drown in what the site says at a start. */
export const withSite = async (work) => {
  const strapi = await createSite();
  strapi.log.level = 'warn';
  await strapi.load();
  try {
    if (strapi.plugin('roster') === undefined) stop('Roster is not enabled in config/plugins.');
    return await work(strapi);
  } finally {
    await strapi.destroy();
  }
};
