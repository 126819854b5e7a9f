#!/usr/bin/env node
// Commands for a site, run in its folder: npx roster uninstall
import { createRequire } from 'node:module';
import path from 'node:path';
import readline from 'node:readline/promises';
import { parseArgs } from 'node:util';

const USAGE = `Usage, in the folder of a site:

  roster uninstall [--yes]   Removes from the database whatever Roster put there: team, roles, books, audit log.
                             Make a backup first. --yes does not ask.
`;

const NEXT = `
Done. Now take the plugin off the site:

  1. remove "roster" from config/plugins, and its policy from your routes
  2. npm uninstall strapi-plugin-roster

Whoever has the host's own permission on a type sees every record of it from now on.
`;

const stop = (message) => {
  console.error(message);
  process.exit(1);
};

const isSure = async () => {
  if (!process.stdin.isTTY) return stop('Nothing was removed: there is nobody to ask. Say --yes.');
  const terminal = readline.createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('This removes the team, its roles, who owns what, and the audit log, for good. Type "uninstall" to go on: ');
  terminal.close();
  return answer.trim() === 'uninstall';
};

/** The host of the site, not the one that this file may lie next to. */
const hostOf = (folder) => {
  try {
    return createRequire(path.join(folder, 'package.json'))('@strapi/strapi');
  } catch {
    return stop(`There is no Strapi in ${folder}. Run this in the folder of a site.\n\n${USAGE}`);
  }
};

const uninstall = async ({ yes }) => {
  const { compileStrapi, createStrapi } = hostOf(process.cwd());
  if (!yes && !(await isSure())) return stop('Nothing was removed.');
  process.env.ROSTER_UNINSTALL = 'yes';
  const strapi = await createStrapi(await compileStrapi()).load();
  const isThere = strapi.plugin('roster') !== undefined;
  await strapi.destroy();
  if (!isThere) return stop('Nothing was removed: Roster is not enabled in config/plugins. Enable it for this one command.');
  console.log(NEXT);
  return process.exit(0);
};

const readArguments = () => {
  try {
    return parseArgs({ options: { yes: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } }, allowPositionals: true });
  } catch (error) {
    return stop(`${error.message}\n\n${USAGE}`);
  }
};

const { values, positionals } = readArguments();
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
if (positionals.join(' ') !== 'uninstall') stop(USAGE);
await uninstall(values);
