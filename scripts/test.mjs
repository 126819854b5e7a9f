// All tests from a fresh clone, in one command.
//   npm test                        every suite
//   npm test -- api browser         only these
//   npm test -- api -- -t A044      what follows the second -- goes to jest
import fs from 'node:fs';

import { RESULTS, closingLine, resultFile, sum, totalsOf } from './lib/results.mjs';
import { inRoot } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { prepare } from './prepare.mjs';

const SUITES = {
  unit: { needs: [] },
  contract: { needs: ['build'], folders: ['contract'] },
  api: { needs: ['build'], folders: ['api', 'attacks'] },
  // What the panel shows doesn't depend on the database.
  browser: { needs: ['build', 'panel'], folders: ['browser'], env: { ROSTER_TEST_DBS: 'sqlite' } },
};

const secondsSince = (start) => ((performance.now() - start) / 1000).toFixed(1);

const hasTests = (folder) =>
  fs.existsSync(folder) && fs.readdirSync(folder, { recursive: true }).some((name) => name.endsWith('.test.ts'));

/** A suite without files yet must not cost a build of the panel. */
const isThere = ({ folders }) => !folders || folders.some((folder) => hasTests(inRoot('tests', folder)));

const parse = (words) => {
  const divider = words.includes('--') ? words.indexOf('--') : words.length;
  const named = words.slice(0, divider);
  const unknown = named.filter((name) => !(name in SUITES));
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}. There are: ${Object.keys(SUITES).join(', ')}.`);
  const chosen = Object.keys(SUITES).filter((name) => named.length === 0 || named.includes(name));
  return { chosen, forJest: words.slice(divider + 1) };
};

const runSuite = async (suite, forJest) => {
  console.log(`\n> ${suite}`);
  const start = performance.now();
  const { needs, env } = SUITES[suite];
  const args = ['--selectProjects', suite, '--ci', '--passWithNoTests', '--json', `--outputFile=${resultFile(suite)}`];
  const code = await prepare(needs)
    .then(() => run('jest', [...args, ...forJest], { env }))
    .catch((error) => (console.error(error.message), 1));
  return { suite, code, totals: totalsOf(suite), seconds: secondsSince(start) };
};

const { chosen, forJest } = parse(process.argv.slice(2));
const start = performance.now();
await prepare(['install']);
// Nothing older may speak for this run.
for (const suite of chosen) fs.rmSync(resultFile(suite), { force: true });
fs.mkdirSync(RESULTS, { recursive: true });

const runs = [];
for (const suite of chosen.filter((name) => isThere(SUITES[name]))) runs.push(await runSuite(suite, forJest));

const totals = sum(runs.map((one) => one.totals));
// Jest can end badly without a failed test, in its global teardown for one.
const broken = runs.some(({ code }) => code !== 0);

console.log('');
for (const one of runs) console.log(`${one.suite}: ${closingLine(one.totals)} (${one.seconds} s)`);
console.log(`all of it: ${secondsSince(start)} s`);
if (totals.passed + totals.failed === 0) console.log('No test ran.');
if (broken && totals.failed === 0) console.log('No test failed, yet jest ended with an error: see above.');
console.log(closingLine(totals));
process.exitCode = broken || totals.failed > 0 || totals.passed === 0 ? 1 : 0;
