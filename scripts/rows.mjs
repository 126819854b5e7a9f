// Prints each promised row with the tests that show it and how they went last time.
//   node scripts/rows.mjs --all   with every title, however many
// Ends with 1 when a row has no passing test, when one of its tests fails, or when a title claims a row that isn't listed.
import fs from 'node:fs';

import { parse } from 'yaml';

import { readTests } from './lib/results.mjs';
import { inRoot } from './lib/root.mjs';

const CLAIM = /\[([A-Z]\d{3})(?::([\w-]+))?\]/g;

/** `rows` are promised whole; `parts` are rows under way, with the parts that are promised by now. */
const { rows = {}, parts = {} } = parse(fs.readFileSync(inRoot('tests/cases/rows.yaml'), 'utf8')) ?? {};

const promises = [
  ...Object.entries(rows).map(([id, name]) => ({ id, key: id, name })),
  ...Object.entries(parts).flatMap(([id, { name, shown }]) =>
    shown.map((part) => ({ id, part, key: `${id}:${part}`, name: `${name} (${part})` })),
  ),
].sort((left, right) => left.key.localeCompare(right.key));

const claims = readTests().flatMap((test) =>
  [...test.title.matchAll(CLAIM)].map(([text, id, part]) => ({ ...test, text, id, part })),
);

const isFor = (promise) => (claim) => claim.id === promise.id && (!promise.part || claim.part === promise.part);

const stateOf = (tests) => {
  if (tests.some(({ status }) => status === 'failed')) return 'FAILED';
  return tests.some(({ status }) => status === 'passed') ? 'ok' : 'MISSING';
};

const report = promises.map((promise) => {
  const tests = claims.filter(isFor(promise));
  return { ...promise, tests, state: stateOf(tests) };
});

const MANY = 4;

/** A matrix shows a row with dozens of tests: then a number a file says enough, but for those that failed. */
const linesOf = (tests) => {
  const isShort = tests.length <= MANY || process.argv.includes('--all');
  const isNamed = ({ status }) => isShort || status === 'failed';
  const counted = new Map();
  for (const { status, file } of tests.filter((test) => !isNamed(test))) {
    const line = `${status.padEnd(8)}${file}`;
    counted.set(line, (counted.get(line) ?? 0) + 1);
  }
  return [
    ...[...counted].map(([line, count]) => `${line}: ${count} tests`),
    ...tests.filter(isNamed).map(({ status, file, title }) => `${status.padEnd(8)}${file}: ${title}`),
  ];
};

for (const { key, name, state, tests } of report) {
  console.log(`${state.padEnd(8)}${key}  ${name}`);
  for (const line of linesOf(tests)) console.log(`          ${line}`);
}

const strays = claims.filter((claim) => !promises.some((promise) => isFor(promise)(claim)));
for (const { text, file, title } of strays) console.log(`UNKNOWN ${text}  ${file}: ${title}`);

const open = report.filter(({ state }) => state !== 'ok');
console.log(`\n${report.length - open.length} of ${report.length} rows shown${strays.length > 0 ? `, ${strays.length} unknown claims` : ''}`);
process.exitCode = open.length > 0 || strays.length > 0 ? 1 : 0;
