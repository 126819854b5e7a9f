import { connectTo, signInToPanel } from '../http/client.mjs';
import { startSite } from '../site/start.mjs';
import { interleave } from '../support/interleave.mjs';
import { summarize, summarizeNoise, summarizeRatio } from '../support/stats.mjs';
import { SEARCHES } from './searches.mjs';

/** What a site does in one sample, and by how many at once. */
const ACTIONS = 400;
const WRITERS = 20;
const PUTS = 40;

const WRITTEN = 100_000;

/** An action of the site with an entry against the same without: throughput, and CPU beside that of a PUT. */
const measureEntry = async (site, { runs, record, token }) => {
  await site.ask('prepareActions', WRITERS);
  const act = (isAudited) => () => site.ask('act', { count: ACTIONS, parallel: WRITERS, isAudited });
  const put = async () => {
    // One of its own for each sample: the site closes what has been idle meanwhile.
    const client = connectTo(site.port);
    const before = await site.ask('cpu');
    for (let number = 0; number < PUTS; number += 1) {
      const { status, text } = await client.send({ method: 'PUT', path: `/api/customers/${record}`, token, body: JSON.stringify({ data: { arr: number } }) });
      if (status !== 200) throw new Error(`PUT: ${status} ${text()}`);
    }
    client.close();
    return (((await site.ask('cpu')) - before) * 1000) / PUTS;
  };
  const { without, audited, puts } = await interleave({ without: act(false), audited: act(true), puts: put }, { rounds: runs, warmUps: 2 });
  const of = (series, key) => series.map((sample) => sample[key]);
  const more = audited.map(({ cpuMs }, round) => cpuMs - without[round].cpuMs);
  return {
    perSecond: { without: summarize(of(without, 'perSecond')), audited: summarize(of(audited, 'perSecond')) },
    throughput: summarizeRatio(of(audited, 'perSecond'), of(without, 'perSecond')),
    noise: summarizeNoise(of(without, 'perSecond')),
    entryMs: summarize(more),
    putMs: summarize(puts),
    ofPut: summarizeRatio(more, puts),
  };
};

/** The whole log as CSV, as the panel downloads it. */
const measureExport = async (site, options) => {
  const client = connectTo(site.port);
  const token = await signInToPanel(client, 'large');
  await site.ask('startWatch', options ?? {});
  const start = performance.now();
  const { status, text } = await client.send({ path: '/roster/audit/export?format=csv', token });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 200) throw new Error(`Export: ${status} ${text().slice(0, 200)}`);
  const watched = await site.ask('endWatch');
  client.close();
  return { seconds, ...watched };
};

/** What an entry costs, and what can be done with many of them. Its figures go into the log: it comes last. */
export const measureAudit = async ({ prepared: { roster }, world, runs, profile }) => {
  const site = await startSite('roster', roster.database, { profile });
  await site.ask('promote', roster.people.large);
  const { large: token } = await site.ask('tokensOf', ['large']);
  const record = world.customers[0].documentId;
  const entry = await measureEntry(site, { runs, record, token });
  const { write, seal } = await site.ask('fillLog', { from: 0, entries: WRITTEN });
  const checks = [];
  for (let round = 0; round < 3; round += 1) checks.push(await site.ask('verifyLog'));
  const readPerSecond = await site.ask('readLog');
  if (!checks.every(({ report }) => report.isSound)) throw new Error(`The log is not sound: ${JSON.stringify(checks[0].report.faults)}`);
  const { entries } = checks[0].report;
  const connection = await roster.database.connect();
  await connection.settle();
  await connection.close();
  const found = await site.ask('searchLog', SEARCHES);
  const exported = await measureExport(site);
  const { heldMb } = await measureExport(site, { collects: true });
  await site.stop();
  return {
    entry,
    entries,
    writtenPerSecond: WRITTEN / write,
    sealedPerSecond: WRITTEN / seal,
    checkedPerSecond: summarize(checks.map(({ seconds }) => entries / seconds)),
    readPerSecond,
    checkHoldMs: summarize(checks.map(({ holdMs }) => holdMs)),
    checkMoreMb: summarize(checks.map(({ moreMb }) => moreMb)),
    slowestSearch: Object.entries(found).map(([name, { ms }]) => ({ name, ms })).reduce((a, b) => (b.ms > a.ms ? b : a)),
    export: { perSecond: entries / exported.seconds, holdMs: exported.holdMs, moreMb: exported.moreMb, heldMb },
  };
};
