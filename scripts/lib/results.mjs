import fs from 'node:fs';
import path from 'node:path';

import { inRoot } from './root.mjs';

/** Jest's JSON reports, one a suite; `npm test` writes them, `npm run rows` reads them. */
export const RESULTS = inRoot('.tmp', 'results');

export const resultFile = (suite) => path.join(RESULTS, `${suite}.json`);

/** Every test of the last runs: suite, file, full title, state. */
export const readTests = () => {
  if (!fs.existsSync(RESULTS)) return [];
  return fs
    .readdirSync(RESULTS)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) =>
      JSON.parse(fs.readFileSync(path.join(RESULTS, name), 'utf8')).testResults.flatMap((file) =>
        file.assertionResults.map(({ fullName, status }) => ({
          suite: path.basename(name, '.json'),
          file: path.relative(inRoot(), file.name),
          title: fullName,
          status,
        })),
      ),
    );
};

/** Totals of one report. A file that couldn't even start counts as a failure, a missing report too. */
export const totalsOf = (suite) => {
  if (!fs.existsSync(resultFile(suite))) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(fs.readFileSync(resultFile(suite), 'utf8'));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
};
