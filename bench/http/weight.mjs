import { startSite } from '../site/start.mjs';
import { interleave } from '../support/interleave.mjs';
import { summarize } from '../support/stats.mjs';
import { connectTo } from './client.mjs';
import { REQUESTS } from './requests.mjs';

const MB = 1024 * 1024;
const REQUESTS_BEFORE = 100;

/** Boots, answers some lists, and tells what it weighs then. */
const weigh = (name, { database }, key) => async () => {
  const site = await startSite(name, database);
  const client = connectTo(site.port);
  const { [key]: token } = await site.ask('tokensOf', [key]);
  for (let i = 0; i < REQUESTS_BEFORE; i += 1) await client.send({ ...REQUESTS.list.request(), token });
  const { heapUsed, rss } = await site.ask('memory');
  client.close();
  await site.stop();
  return { boot: site.bootMs, heap: heapUsed / MB, rss: rss / MB };
};

const difference = (samples, key) => summarize(samples.roster.map((sample, round) => sample[key] - samples.stock[round][key]));
const ratio = (samples, key) => summarize(samples.roster.map((sample, round) => sample[key] / samples.stock[round][key]));

/** Time to listen, and memory after a collection, with the plugin and without. */
export const measureWeight = async ({ world, prepared, runs }) => {
  const [{ key }] = world.books;
  const contenders = { stock: weigh('stock', prepared.stock, key), roster: weigh('roster', prepared.roster, key) };
  const samples = await interleave(contenders, { rounds: Math.max(3, Math.min(5, runs)), warmUps: 1 });
  return Object.fromEntries(
    ['boot', 'heap', 'rss'].map((what) => [
      what,
      { stock: summarize(samples.stock.map((sample) => sample[what])), more: difference(samples, what), ratio: ratio(samples, what) },
    ]),
  );
};
