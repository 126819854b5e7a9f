// What must not break, broken on purpose and at full size: npm run soak -- [--db sqlite,postgres] [--records N]
import { parseArgs } from 'node:util';

import { prepare } from '../scripts/prepare.mjs';
import { engines } from './databases/index.mjs';
import { soakRebalance } from './soak/rebalance.mjs';
import { cleanUp } from './support/cleanup.mjs';

const { values } = parseArgs({
  options: { db: { type: 'string', default: 'sqlite,postgres' }, records: { type: 'string', default: '100000' }, 'as-is': { type: 'boolean', default: false } },
});
const records = Number(values.records);
if (!Number.isInteger(records) || records < 5_000) throw new Error(`--records: "${values.records}" must be a whole number from 5000 up`);

const started = performance.now();
const say = (text) => console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${text}`);

if (!values['as-is']) await prepare(['install', 'build']);
let isWhole = true;
try {
  for (const name of values.db.split(',')) {
    say(`${name}: a rebalance of ${records} records whose node is killed, twice`);
    const engine = await engines[name]();
    await soakRebalance({ engine, records, say: (text) => say(`${name}: ${text}`) });
    await cleanUp();
  }
  say('ok');
} catch (error) {
  console.error(`FAILED: ${error.stack}`);
  isWhole = false;
} finally {
  await cleanUp();
}
// Said outright: packages that clean up behind a process end it in their own way, and with 0.
process.exit(isWhole ? 0 : 1);
