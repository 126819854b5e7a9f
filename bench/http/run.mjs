import { interleave } from '../support/interleave.mjs';
import { summarize, summarizeNoise, summarizeRatio } from '../support/stats.mjs';
import { startSite } from '../site/start.mjs';
import { WIDE } from '../site/wide-role.mjs';
import { connectTo, signInToPanel } from './client.mjs';
import { REQUESTS } from './requests.mjs';
import { asker } from './sample.mjs';

/** What the site must find: a stock one finds everything, and by hand nobody helps anybody. */
const sizeFor = (name, book, world) => {
  if (name === 'stock') return world.count;
  return name === 'roster' ? book.size + book.coOwned : book.size;
};

const WARM_UPS = 60;
const MEASURES = ['cpu', 'node', 'wall'];

const ratios = (samples, yardstick) =>
  Object.fromEntries(
    MEASURES.map((measure) => {
      const of = (name) => samples[name].map((sample) => sample[measure]);
      return [measure, summarizeRatio(of('roster'), of(yardstick))];
    }),
  );

const measureCell = async ({ sites, book, world, engine, runs }, request) => {
  const askers = {};
  const statements = {};
  for (const { site, client, tokens } of sites) {
    const records = world.owners.flatMap((owner, position) => (owner === book.key ? [world.customers[position].documentId] : [])).slice(0, 50);
    const one = asker({ engine, site, client, tokens: tokens[book.key], records }, request);
    statements[site.name] = await one.check(sizeFor(site.name, book, world));
    askers[site.name] = one.sample;
  }
  const samples = await interleave(askers, { rounds: runs, warmUps: 2 });
  const ms = Object.fromEntries(
    Object.entries(samples).map(([name, series]) => [name, Object.fromEntries(MEASURES.map((key) => [key, summarize(series.map((sample) => sample[key]))]))]),
  );
  const noise = summarizeNoise(samples.filtered.map(({ cpu }) => cpu));
  return { book: book.size, coOwned: book.coOwned, request, statements, ms, noise, toStock: ratios(samples, 'stock'), toFiltered: ratios(samples, 'filtered') };
};

/** Of each person, for both doors. */
const tokensAt = async (site, client, keys) => {
  const api = await site.ask('tokensOf', keys);
  const tokens = {};
  for (const key of keys) tokens[key] = { api: api[key], panel: await signInToPanel(client, key) };
  return tokens;
};

const openSites = async (prepared, world, profile) => {
  const sites = [];
  for (const [name, { database }] of Object.entries(prepared)) {
    const site = await startSite(name, database, { profile });
    const client = connectTo(site.port);
    sites.push({ site, client, tokens: await tokensAt(site, client, world.books.map(({ key }) => key)) });
  }
  return sites;
};

/** Until the engine has compiled what it will: else the first figures tell of the compiler. */
const warmUp = async ({ client, tokens }, world) => {
  const [{ key }] = world.books;
  const record = world.customers[world.owners.indexOf(key)].documentId;
  for (let i = 0; i < WARM_UPS; i += 1) {
    for (const { request, door = 'api' } of Object.values(REQUESTS)) await client.send({ ...request(record), token: tokens[key][door] });
  }
};

/** The same with a large role, last: a role does not get small again. */
const measureWide = async (context) => {
  for (const { site } of context.sites) await site.ask('widenRole');
  const cells = [];
  for (const request of ['one', 'list', 'list + count']) cells.push({ ...(await measureCell(context, request)), permissions: WIDE });
  return cells;
};

/** Requests over HTTP to the three sites in turn: every request × book. */
export const measureHttp = async ({ engine, world, prepared, runs, profile }) => {
  const sites = await openSites(prepared, world, profile);
  for (const site of sites) await warmUp(site, world);
  const cells = [];
  for (const book of world.books) {
    for (const [request, { once = false }] of Object.entries(REQUESTS)) {
      if (once && book !== world.books[0]) continue;
      cells.push(await measureCell({ sites, book, world, engine, runs }, request));
    }
  }
  const wide = await measureWide({ sites, book: world.books[1], world, engine, runs });
  for (const { site, client } of sites) {
    client.close();
    await site.stop();
  }
  return { cells, wide };
};
