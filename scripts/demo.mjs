// npm run demo               the playground with its panel, on http://127.0.0.1:1337, and a tour
// npm run demo -- --once     the tour on a fresh database, and an exit code that says whether it was right
// npm run demo -- --reset    begins with a fresh database
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { inRoot } from './lib/root.mjs';
import { prepare } from './prepare.mjs';

const flags = new Set(process.argv.slice(2));
const once = flags.has('--once');
const SIZE = 400;

await prepare(once ? ['install', 'build'] : ['install', 'build', 'panel']);
// What follows needs installed packages, so it is loaded only now.
const { startSite } = await import('./demo/site.mjs');
const { runTour } = await import('./demo/tour.mjs');
const { accounts, password } = await import('./demo/people.mjs');
const { bold } = await import('./demo/table.mjs');

const folder = once ? fs.mkdtempSync(path.join(os.tmpdir(), 'roster-demo-')) : inRoot('playground', '.tmp');
const file = path.join(folder, once ? 'data.db' : 'demo.db');
if (flags.has('--reset')) fs.rmSync(file, { force: true });

const start = performance.now();
const { strapi, url } = await startSite({ file, port: once ? 0 : Number(process.env.PORT ?? 1337), panel: !once }).catch((error) => {
  if (error?.code === 'EADDRINUSE') console.error('Port 1337 is taken: set another one, for example PORT=1338 npm run demo.');
  else console.error(error);
  process.exit(1);
});
console.log(`> up after ${((performance.now() - start) / 1000).toFixed(1)} s: ${SIZE} customers, 12 members, 4 roles, 3 territories\n`);

console.log(bold('The same requests, asked by seven people (status and what came back):'));
const wrong = await runTour(url, SIZE);
console.log(wrong.length === 0 ? '\nEverybody got exactly what the role allows.' : `\nNot as it must be:\n${wrong.join('\n')}`);

if (once) {
  await strapi.destroy();
  fs.rmSync(folder, { recursive: true, force: true });
  process.exit(wrong.length === 0 ? 0 : 1);
}

console.log(`\n${bold('Accounts')} (password of all: ${password})`);
for (const { email, name, role, territories } of accounts) console.log(`  ${email.padEnd(22)} ${role.padEnd(10)} ${name}${territories.length > 0 ? `, ${territories.join(', ')}` : ''}`);
console.log(`\n${bold('Panel')}  ${url}/admin   super@roster.test, or anybody of the team`);
console.log(`${bold('API')}    ${url}/api/customers   (token: POST ${url}/api/auth/local { identifier, password })`);
console.log(`${bold('Mails')}  ${url}/demo-mails   (none leaves this machine: invite somebody on the Team page, and read his mail there)`);
console.log(`${bold('Me')}     ${url}/api/roster/me`);
console.log('\nCtrl+C ends it; the data stays until npm run demo -- --reset.');

const stop = async () => {
  await strapi.destroy();
  process.exit(0);
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
