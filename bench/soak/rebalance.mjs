import assert from 'node:assert/strict';

import { startSite } from '../site/start.mjs';
import { planWorld } from '../world/fill.mjs';
import { prepareDatabases } from '../world/prepare.mjs';
import { readBooks } from './books.mjs';

const LOOK_MS = 50;
/** A job of a node that is gone is found by its last sign of life. */
const PATIENCE_MS = 180_000;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks until it is so. */
const until = async (ask, is, what) => {
  const start = performance.now();
  for (;;) {
    const state = await ask();
    if (is(state)) return state;
    if (performance.now() - start > PATIENCE_MS) throw new Error(`${what}: still ${JSON.stringify(state)}`);
    await pause(LOOK_MS);
  }
};

/** Ends a site in the middle of a job, without a word. */
const killAt = async (site, job, share) => {
  const { done, total } = await until(() => site.ask('jobState', job), ({ done: at, total: all }) => at >= all * share, 'the job');
  process.kill(site.pid, 'SIGKILL');
  await site.stop();
  return { done, total };
};

/** Every record has one owner, its rows name him, and each batch is whole: as many moves and lines as the job says. */
const assertWhole = async (database, job) => {
  const { owners, records, twice, unlike, moved, lines, done, total, status, error } = await readBooks(database, job);
  assert.equal(records, owners, 'records with no owner, or with two');
  assert.equal(twice, 0, 'records with two owners');
  assert.equal(unlike, 0, 'rows that name another owner than the books');
  assert.equal(moved, done, 'records that moved, against what the job says');
  assert.equal(lines, done, 'lines of history, against what the job says');
  assert.equal(error, null);
  return { done, total, status };
};

/** Kills the node of a job in its middle, looks at what is left, starts the site again, and waits for the end. */
const interrupted = async ({ database, say, start, what }) => {
  let site = await startSite('roster', database);
  const job = await start(site);
  const { done, total } = await killAt(site, job, 0.3);
  const left = await assertWhole(database, job);
  say(`${what}: killed after ${done} of ${total}; on disk are ${left.done}, all of them whole, and the job is ${left.status}`);
  assert.ok(left.done < total, 'it was killed too late');
  const again = performance.now();
  site = await startSite('roster', database);
  await until(() => site.ask('jobState', job), ({ status }) => status !== 'running', 'the job that was found');
  const ended = await assertWhole(database, job);
  assert.deepEqual([ended.status, ended.done], ['done', total]);
  say(`${what}: found and finished ${((performance.now() - again) / 1000).toFixed(0)} s after the next start`);
  await site.stop();
  return job;
};

/**
 * A book of so many records is given away and taken back, and each time the node is killed with SIGKILL in the middle.
 * Throws with what is not whole.
 */
export const soakRebalance = async ({ engine, records, say }) => {
  const world = planWorld(records * 2);
  const { roster } = await prepareDatabases(engine, world, ['roster']);
  const { database, people } = roster;
  const before = (await readBooks(database)).digest;
  const from = people.large;
  const to = [people.medium, people.small, people.helper];
  const job = await interrupted({ database, say, what: 'away', start: (site) => site.ask('startRebalance', { from, to }) });
  await interrupted({ database, say, what: 'back', start: (site) => site.ask('startUndo', job) });
  assert.equal((await readBooks(database)).digest, before, 'the books are not what they were');
  say('the books are what they were, entry by entry');
};
