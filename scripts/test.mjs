// All tests from a fresh clone, in one command.
//   npm test                        every suite
//   npm test -- api browser         only these
//   npm test -- api -- -t A044      what follows the second -- goes to jest
import fs from 'node:fs';

import { RESULTS, resultFile, totalsOf } from './lib/results.mjs';
import { inRoot } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { prepare } from './prepare.mjs';

const SUITES = {
  unit: { needs: [] },
  contract: { needs: ['build'], folders: ['contract'] },
  api: { needs: ['build'], folders: ['api', 'attacks'] },
  browser: { needs: ['build', 'panel'], folders: ['browser'] },
};

/** A suite without files yet must not cost a build of the panel. */
const hasFiles = ({ folders }) =>
  !folders ||
  folders
    .map((folder) => inRoot('tests', folder))
    .some((folder) => fs.existsSync(folder) && fs.readdirSync(folder, { recursive: true }).some((name) => /\.test\.ts$/.test(name)));

const parse = (words) => {
  const divider = words.includes('--') ? words.indexOf('--') : words.length;
  const named = words.slice(0, divider);
  const unknown = named.filter((name) => !(name in SUITES));
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}. There are: ${Object.keys(SUITES).join(', ')}.`);
  const chosen = Object.keys(SUITES).filter((name) => named.length === 0 || named.includes(name));
  return { chosen, all: named.length === 0, forJest: words.slice(divider + 1) };
};

const runSuite = async (suite, forJest) => {
  fs.rmSync(resultFile(suite), { force: true });
  await prepare(SUITES[suite].needs);
  const report = ['--json', `--outputFile=${resultFile(suite)}`];
  return run('jest', ['--selectProjects', suite, '--ci', '--passWithNoTests', ...report, ...forJest]);
};

const { chosen, all, forJest } = parse(process.argv.slice(2));
const start = performance.now();
await prepare(['install']);
// After a full run, nothing older may speak for it.
if (all) fs.rmSync(RESULTS, { recursive: true, force: true });
fs.mkdirSync(RESULTS, { recursive: true });

const sum = { passed: 0, failed: 0, skipped: 0 };
const lines = [];
let broken = false;
for (const suite of chosen.filter((name) => hasFiles(SUITES[name]))) {
  console.log(`\n> ${suite}`);
  const before = performance.now();
  const code = await runSuite(suite, forJest);
  const totals = totalsOf(suite);
  for (const key of Object.keys(sum)) sum[key] += totals[key];
  // Jest can fail without a failed test, in its global teardown for one.
  broken ||= code !== 0;
  const seconds = ((performance.now() - before) / 1000).toFixed(1);
  lines.push(`${suite}: ${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped (${seconds} s)`);
}

console.log(`\n${lines.join('\n')}\nall suites took ${((performance.now() - start) / 1000).toFixed(1)} s`);
if (sum.passed + sum.failed === 0) console.log('No test ran.');
if (broken && sum.failed === 0) console.log('No test failed, yet jest ended with an error: see above.');
console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`);
process.exitCode = broken || sum.failed > 0 || sum.passed === 0 ? 1 : 0;
