import fs from 'node:fs';
import path from 'node:path';

import { inRoot } from './root.mjs';

/** Jest's JSON reports, one a suite; `npm test` writes them, `npm run rows` reads them. */
export const RESULTS = inRoot('.tmp', 'results');

export const resultFile = (suite) => path.join(RESULTS, `${suite}.json`);

const readReport = (suite) => JSON.parse(fs.readFileSync(resultFile(suite), 'utf8'));

export const reportedSuites = () =>
  fs.existsSync(RESULTS) ? fs.readdirSync(RESULTS).map((file) => path.basename(file, '.json')) : [];

/** Every test of the last runs: suite, file, full title, state. */
export const readTests = () =>
  reportedSuites().flatMap((suite) =>
    readReport(suite).testResults.flatMap((file) =>
      file.assertionResults.map(({ fullName, status }) => ({
        suite,
        file: path.relative(inRoot(), file.name),
        title: fullName,
        status,
      })),
    ),
  );

/** Totals of one suite. A file that couldn't even start counts as a failure, a missing report too. */
export const totalsOf = (suite) => {
  if (!fs.existsSync(resultFile(suite))) return { passed: 0, failed: 1, skipped: 0 };
  const report = readReport(suite);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
};

export const sum = (totals) =>
  totals.reduce(
    (all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed, skipped: all.skipped + one.skipped }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/** The plain line that ends a run, for people and machines alike. */
export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
