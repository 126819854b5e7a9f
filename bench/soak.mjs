// What must not break, broken on purpose and at full size: npm run soak -- [--only rebalance,writers,log] [--db sqlite,postgres] [--records N] [--entries N] [--sealed N]
import { parseArgs } from 'node:util';

import { prepare } from '../scripts/prepare.mjs';
import { engines } from './databases/index.mjs';
import { soakLog, soakWriters } from './soak/audit.mjs';
import { soakRebalance } from './soak/rebalance.mjs';
import { cleanUp } from './support/cleanup.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'rebalance,writers,log' },
    entries: { type: 'string', default: '10000000' },
    sealed: { type: 'string', default: '200000' },
    db: { type: 'string', default: 'sqlite,postgres' },
    records: { type: 'string', default: '100000' },
    'as-is': { type: 'boolean', default: false },
  },
});
const [records, entries, sealed] = [values.records, values.entries, values.sealed].map(Number);
const only = values.only.split(',');
if (!Number.isInteger(records) || records < 5_000) throw new Error(`--records: "${values.records}" must be a whole number from 5000 up`);
if (!Number.isInteger(sealed) || sealed < 1_000) throw new Error(`--sealed: "${values.sealed}" must be a whole number from 1000 up`);
if (!Number.isInteger(entries) || entries < 2 * sealed) throw new Error(`--entries: "${values.entries}" must be a whole number, at least twice those that are sealed`);

const started = performance.now();
const say = (text) => console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${text}`);

if (!values['as-is']) await prepare(['install', 'build']);
let isWhole = true;
try {
  for (const name of values.db.split(',')) {
    const sayOf = (text) => say(`${name}: ${text}`);
    if (only.includes('rebalance')) {
      sayOf(`a rebalance of ${records} records whose node is killed, twice`);
      await soakRebalance({ engine: await engines[name](), records, say: sayOf });
      await cleanUp();
    }
    // Two nodes share no SQLite.
    if (only.includes('writers') && name !== 'sqlite') {
      sayOf('writers on two nodes, of which one is killed');
      await soakWriters({ engine: await engines[name](), writes: 3_000, say: sayOf });
      await cleanUp();
    }
    if (only.includes('log')) {
      sayOf(`a log of ${entries} entries`);
      await soakLog({ engine: await engines[name](), sealed, entries, say: sayOf });
      await cleanUp();
    }
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
