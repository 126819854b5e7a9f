import assert from 'node:assert/strict';

import { SEARCHES } from '../audit/searches.mjs';
import { startSite } from '../site/start.mjs';
import { multiplyLog } from './multiply.mjs';
import { planWorld } from '../world/fill.mjs';
import { prepareDatabases } from '../world/prepare.mjs';

const WRITERS = 20;
const CUSTOMERS = 5_000;
const PART = 100_000;
/** Far beyond the goal of 5: a search that reads what it does not show takes seconds in ten million. */
const SLOWEST_MS = 250;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What is in the tables, read beside the sites: records that were created, and entries that tell of them. */
const readTruth = async (database) => {
  const connection = await database.connect();
  try {
    const number = async (sql) => Number(Object.values((await connection.all(sql))[0])[0]);
    const told = "SELECT target_id FROM roster_audit_entries WHERE action = 'record.created'";
    const made = "SELECT DISTINCT document_id FROM customers WHERE name LIKE 'soak %'";
    return {
      records: await number(`SELECT count(*) FROM (${made}) made`),
      told: await number(`SELECT count(*) FROM (${told}) told WHERE target_id IN (${made})`),
      untold: await number(`SELECT count(*) FROM (${made}) made WHERE document_id NOT IN (${told})`),
      ofNothing: await number(`SELECT count(*) FROM (${told}) told WHERE target_id NOT IN (SELECT document_id FROM customers)`),
      unsealed: await number('SELECT count(*) FROM roster_audit_entries WHERE place IS NULL'),
    };
  } finally {
    await connection.close();
  }
};

/** Twenty writers on each of two nodes of one database; one node is killed in the middle. Every record has one sealed entry, and no entry tells of nothing. */
export const soakWriters = async ({ engine, writes, say }) => {
  const { roster } = await prepareDatabases(engine, planWorld(CUSTOMERS), ['roster']);
  const { database, people } = roster;
  const [first, second] = [await startSite('roster', database), await startSite('roster', database)];
  await first.ask('promote', people.large);
  const start = (site, prefix) => site.ask('writeAudited', { member: people.large, prefix, count: writes, parallel: WRITERS });
  const doomed = start(first, 'soak one').catch((error) => error);
  const living = start(second, 'soak two');
  while ((await first.ask('writtenSoFar')) < writes / 3) await pause(20);
  process.kill(first.pid, 'SIGKILL');
  assert.ok((await doomed) instanceof Error, 'it was killed too late');
  await first.stop();
  say(`one of two nodes with ${WRITERS} writers each was killed; the other writes on`);
  assert.equal(await living, writes);
  await second.ask('sealLog');
  const { records, told, untold, ofNothing, unsealed } = await readTruth(database);
  say(`${records} records, ${told} entries that tell of them`);
  assert.equal(untold, 0, 'records of which no entry tells');
  assert.equal(told, records, 'entries against records');
  assert.equal(ofNothing, 0, 'entries that tell of no record');
  assert.equal(unsealed, 0, 'entries without a place');
  const { report } = await second.ask('verifyLog');
  assert.equal(report.isSound, true, JSON.stringify(report.faults));
  await second.stop();
  say('every record has one sealed entry, and the log is whole');
};

/** A log of so many entries that its own recorder writes: how fast it is sealed and checked. Then as many as are asked for, to search in. */
export const soakLog = async ({ engine, sealed, entries, say }) => {
  const { roster } = await prepareDatabases(engine, planWorld(CUSTOMERS), ['roster']);
  const site = await startSite('roster', roster.database);
  const took = { write: 0, seal: 0 };
  for (let from = 0; from < sealed; from += PART) {
    const part = await site.ask('fillLog', { from, entries: Math.min(PART, sealed - from) });
    took.write += part.write;
    took.seal += part.seal;
  }
  say(`${sealed} entries: written ${Math.round(sealed / took.write)} a second, sealed ${Math.round(sealed / took.seal)} a second`);
  const { report, seconds, holdMs, moreMb } = await site.ask('verifyLog');
  assert.equal(report.isSound, true, JSON.stringify(report.faults));
  say(`checked: ${Math.round(report.entries / seconds)} entries a second, event loop held ${holdMs.toFixed(0)} ms at most, ${moreMb.toFixed(0)} MB more`);
  await site.stop();

  const connection = await roster.database.connect();
  const there = await multiplyLog(connection, engine.name, Math.ceil(entries / report.entries) - 1);
  const [{ day }] = await connection.all('SELECT day FROM roster_audit_days ORDER BY day LIMIT 1');
  await connection.close();
  say(`${there} entries to search in`);
  const again = await startSite('roster', roster.database);
  const found = await again.ask('searchLog', { ...SEARCHES, 'a day': { from: day, to: day } });
  for (const [name, { ms, entries: shown }] of Object.entries(found)) say(`a page of "${name}": ${ms.toFixed(1)} ms, ${shown} entries`);
  const slow = Object.entries(found).filter(([, { ms }]) => ms > SLOWEST_MS);
  await again.stop();
  assert.deepEqual(slow, [], `slower than ${SLOWEST_MS} ms`);
};
