import { execFileSync } from 'node:child_process';
import path from 'node:path';

import { startPostgres } from './cluster';
import { sweepMysql, waitForDisk } from './databases/mysql';
import { chosenDbs } from './databases/names';
import { sweepSqlite } from './databases/sqlite';
import { ROOT } from './paths';
import { newRunId } from './run-id';

const hashOfFixture = () =>
  execFileSync(process.execPath, [path.join(ROOT, 'scripts', 'lib', 'hash.mjs')], { encoding: 'utf8' }).trim();

/** Once a run, before the workers: what they inherit stands in the environment. */
export default async function globalSetup(): Promise<void> {
  const dbs = chosenDbs();
  process.env.ROSTER_TEST_FIXTURE = hashOfFixture();
  process.env.ROSTER_TEST_RUN = newRunId();
  sweepSqlite(process.env.ROSTER_TEST_FIXTURE);
  if (dbs.includes('mysql')) await sweepMysql().then(() => waitForDisk(false));
  if (dbs.includes('postgres')) process.env.ROSTER_TEST_POSTGRES = JSON.stringify(await startPostgres());
}
