#!/usr/bin/env node
// Commands for a site, run in its folder: npx roster verify
import { parseArgs } from 'node:util';
import * as prove from './commands/prove.mjs';
import { reasonOf, stop } from './commands/site.mjs';
import * as uninstall from './commands/uninstall.mjs';
import * as verify from './commands/verify.mjs';

const COMMANDS = { verify, prove, uninstall };

const USAGE = `Usage, in the folder of a site:

  roster verify [--anchor FILE]... [--json FILE]
                             Checks the whole audit log, also against checkpoints that were kept elsewhere: anchor
                             files, or logs of the site. Says what is wrong and where; ends with 1 if anything is,
                             and with 2 if the log could not be checked.
  roster prove EVENT_ID [--out FILE]
                             Writes a proof that an entry is part of the log. bin/check-proof.mjs checks it,
                             without Strapi.
  roster uninstall [--yes]   Removes from the database whatever Roster put there: team, roles, books, audit log.
                             Make a backup first. --yes does not ask.
`;

const read = ({ options, takes }) => {
  try {
    return parseArgs({ args: process.argv.slice(3), options, allowPositionals: takes !== undefined });
  } catch (error) {
    return stop(`${error.message}\n\n${USAGE}`);
  }
};

const [, , name] = process.argv;
if (name === '--help' || name === '-h') {
  console.log(USAGE);
  process.exit(0);
}
const command = Object.hasOwn(COMMANDS, name ?? '') ? COMMANDS[name] : undefined;
try {
  if (!command) stop(USAGE);
  const { values, positionals } = read(command);
  await command.run(values, positionals);
} catch (error) {
  console.error(reasonOf(error));
  process.exit(command?.failed ?? 1);
}
