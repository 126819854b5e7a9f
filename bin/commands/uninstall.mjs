import readline from 'node:readline/promises';
import { loadSite, stop } from './site.mjs';

export const options = { yes: { type: 'boolean', default: false } };

const NEXT = `
Done. Now take the plugin off the site:

  1. remove "roster" from config/plugins, and its policy from your routes
  2. npm uninstall strapi-plugin-roster

Whoever has the host's own permission on a type sees every record of it from now on.
`;

const isSure = async () => {
  if (!process.stdin.isTTY) return stop('Nothing was removed: there is nobody to ask. Say --yes.');
  const terminal = readline.createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('This removes the team, its roles, who owns what, and the audit log, for good. Type "uninstall" to go on: ');
  terminal.close();
  return answer.trim() === 'uninstall';
};

export const run = async ({ yes }) => {
  if (!yes && !(await isSure())) return stop('Nothing was removed.');
  process.env.ROSTER_UNINSTALL = 'yes';
  const strapi = await loadSite();
  const isThere = strapi.plugin('roster') !== undefined;
  await strapi.destroy();
  if (!isThere) return stop('Nothing was removed: Roster is not enabled in config/plugins. Enable it for this one command.');
  console.log(NEXT);
  return process.exit(0);
};
