import { createHash } from 'node:crypto';

import { boot } from './boot';
import { engines } from './databases';
import type { DbEnv } from './databases/engine';
import type { DbName } from './databases/names';
import { withLock } from './lock';
import { runId } from './run-id';

export interface FixtureOptions {
  /** Whether the playground fills the empty site. */
  seed: boolean;
  customers: number;
  /** Variables to seed under; with `ROSTER: 'off'` it is a site from before the plugin. */
  seedEnv: Record<string, string>;
}

/** Set by global setup: the sources that a template was made from. */
const fixtureHash = () => process.env.ROSTER_TEST_FIXTURE ?? 'unknown';

const seedEnvOf = ({ seed, customers, seedEnv }: FixtureOptions) => ({
  ...(seed ? { SEED_CUSTOMERS: String(customers) } : { SEED: 'none' }),
  ...seedEnv,
});

/** SQLite's templates are kept for the next run. A server's are this run's own: it may serve other checkouts. */
const templateName = (db: DbName, options: FixtureOptions) => {
  const key = createHash('sha256').update(JSON.stringify(seedEnvOf(options))).digest('hex').slice(0, 8);
  return db === 'sqlite' ? `roster_x${fixtureHash()}_${key}` : `roster_${runId()}_${key}`;
};

const ensureTemplate = async (db: DbName, options: FixtureOptions): Promise<string> => {
  const engine = engines[db];
  const name = templateName(db, options);
  await withLock(name, async () => {
    if (await engine.has(name)) return;
    await engine.build(name, async (env) => {
      const { stop } = await boot({ env: { ...env, ...seedEnvOf(options) } });
      await stop();
    });
  });
  return name;
};

let copies = 0;

/** A database of its own for one suite. */
export const openFixture = async (db: DbName, options: FixtureOptions): Promise<{ env: DbEnv; drop(): Promise<void> }> => {
  const template = await ensureTemplate(db, options);
  const name = `roster_${runId()}_${process.pid}_${(copies += 1)}`;
  await engines[db].copy(template, name);
  return {
    // What was seeded under these variables boots under them too, until `env` of the suite says otherwise.
    env: { ...engines[db].env(name), ...seedEnvOf(options) },
    drop: () => engines[db].drop(name),
  };
};
