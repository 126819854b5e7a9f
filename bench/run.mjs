// Speed, side by side: npm run bench -- --help
import fs from 'node:fs';
import { execFileSync } from 'node:child_process';
import os from 'node:os';

import { prepare } from '../scripts/prepare.mjs';
import { ROOT } from '../scripts/lib/root.mjs';
import { engines } from './databases/index.mjs';
import { measureCsv } from './audit/csv.mjs';
import { measureAudit } from './audit/run.mjs';
import { measureCreates } from './creates/run.mjs';
import { measureDecision } from './decision/run.mjs';
import { measureHttp } from './http/run.mjs';
import { measureWeight } from './http/weight.mjs';
import { measureImport } from './import/run.mjs';
import { readOptions } from './options.mjs';
import { measureRebalance } from './rebalance/run.mjs';
import { judge } from './report/goals.mjs';
import { printReport } from './report/print.mjs';
import { measureRules } from './rules/run.mjs';
import { measureShapes } from './shapes/run.mjs';
import { cleanUp } from './support/cleanup.mjs';
import { booksOf } from './world/books.mjs';
import { planWorld } from './world/fill.mjs';
import { prepareDatabases } from './world/prepare.mjs';

const started = performance.now();
const note = (text) => console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${text}`);

const commit = () => {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return 'unknown';
  }
};

const measureOn = async (name, world, { parts, runs, profile }) => {
  note(`${name}: starting, and filling three sites`);
  const engine = await engines[name]();
  const prepared = await prepareDatabases(engine, world, parts.includes('http') ? undefined : ['roster']);
  const found = {};
  if (parts.includes('shapes')) {
    note(`${name}: shapes`);
    found.shapes = await measureShapes({ engine, world, prepared, runs });
  }
  if (parts.includes('http')) {
    note(`${name}: requests`);
    const { cells, wide } = await measureHttp({ engine, world, prepared, runs, profile });
    Object.assign(found, { http: cells, wide });
    note(`${name}: boot and memory`);
    found.weight = await measureWeight({ world, prepared, runs });
  }
  // Last: they write.
  if (parts.includes('creates')) {
    note(`${name}: creates`);
    found.creates = await measureCreates({ prepared, runs });
  }
  if (parts.includes('rebalance')) {
    note(`${name}: rebalance`);
    found.rebalance = await measureRebalance({ prepared, runs, profile });
  }
  if (parts.includes('import')) {
    note(`${name}: import`);
    found.import = await measureImport({ prepared, runs, profile });
  }
  if (parts.includes('audit')) {
    note(`${name}: audit`);
    found.audit = await measureAudit({ prepared, world, runs, profile });
  }
  return found;
};

const ON_A_DATABASE = new Set(['shapes', 'http', 'creates', 'rebalance', 'import', 'audit']);

const measure = async (options) => {
  const results = { databases: {} };
  if (options.parts.includes('decision')) {
    note('decision');
    results.decision = await measureDecision(options);
  }
  if (options.parts.includes('rules')) {
    note('rules');
    results.rules = await measureRules(options);
  }
  if (options.parts.includes('csv')) {
    note('csv');
    results.csv = await measureCsv(options);
  }
  if (options.parts.some((part) => ON_A_DATABASE.has(part))) {
    const world = planWorld(options.customers);
    for (const name of options.databases) {
      results.databases[name] = await measureOn(name, world, options);
      await cleanUp();
    }
  }
  return results;
};

const options = readOptions();
if (!options.asIs) await prepare(['install', 'build']);
try {
  const about = { at: new Date().toISOString(), commit: commit(), node: process.version, cpus: os.cpus().length, customers: options.customers, runs: options.runs };
  const results = await measure(options);
  const goals = judge(results, booksOf(options.customers).map(({ size }) => size));
  printReport({ about, results, goals });
  if (options.json) fs.writeFileSync(options.json, `${JSON.stringify({ about, results, goals }, null, 1)}\n`);
} finally {
  await cleanUp();
}
note('done');
