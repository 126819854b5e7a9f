import { monitorEventLoopDelay } from 'node:perf_hooks';

import { CUSTOMER } from './variants.mjs';

const MB = 1024 * 1024;
const FACTS_A_TRANSACTION = 1_000;

const audit = (strapi) => strapi.plugin('roster').service('audit');

let written = 0;

/** So many writers at once, who act for a member, and each of whom creates one customer after the other. */
export const writeAudited = async (strapi, { member, prefix, count, parallel }) => {
  const { runAs } = strapi.plugin('roster').service('enforcement');
  let next = 0;
  const writer = async () => {
    while (next < count) {
      next += 1;
      await runAs(member, () => strapi.documents(CUSTOMER).create({ data: { name: `${prefix} ${next}` } }));
      written += 1;
    }
  };
  await Promise.all(Array.from({ length: parallel }, writer));
  return written;
};

/** Lets somebody write everything. */
export const promote = (strapi, member) => strapi.plugin('roster').service('members').setRole(member, 'admin');

export const writtenSoFar = () => written;

const ACTIONS = ['record.updated', 'record.updated', 'record.updated', 'record.created', 'permission.denied', 'user.signed-in', 'owner.changed', 'record.shared'];

/** The entry of a number: of a hundred members, one of whom is rare, a dozen types and eight kinds of action. */
const factOf = (number) => {
  const action = ACTIONS[number % ACTIONS.length];
  return {
    action,
    actor: { kind: 'member', member: number % 100_003 === 7 ? 'rarememberrarememberrare' : `member${String(number % 100).padStart(18, '0')}` },
    target: { type: `api::type-${number % 12}.type-${number % 12}`, id: `record${String(number % 250_000).padStart(18, '0')}` },
    outcome: action === 'permission.denied' ? 'refused' : 'done',
    details: { name: `Record ${number}`, from: 'one', to: 'another' },
    origin: { door: 'api', ip: `203.0.113.${number % 250}`, userAgent: 'Mozilla/5.0 (X11; Linux x86_64)' },
  };
};

const seconds = async (work) => {
  const start = performance.now();
  const result = await work();
  return { seconds: (performance.now() - start) / 1000, result };
};

/** Fills the log through its own recorder and sealer, as if a year of days had gone by. */
export const fillLog = async (strapi, { from, entries }) => {
  const log = audit(strapi);
  const { asSystem } = strapi.plugin('roster').service('enforcement');
  const write = await seconds(async () => {
    for (let start = from; start < from + entries; start += FACTS_A_TRANSACTION) {
      const facts = Array.from({ length: Math.min(FACTS_A_TRANSACTION, from + entries - start) }, (_, at) => factOf(start + at));
      await asSystem(() => strapi.db.transaction(() => log.record(...facts)));
    }
  });
  const seal = await seconds(() => log.seal());
  return { write: write.seconds, seal: seal.seconds };
};

/** How long at most the event loop was held, and how much memory was taken, between two commands. */
let watch;

const memory = () => {
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, held: heapUsed + external };
};

/** With `collects`, garbage is taken away at every look: what is left is what is held. Without it, the engine lets garbage lie as it likes. Resolves when the loop is watched: its first turn only begins the count. */
export const startWatch = async ({ collects = false } = {}) => {
  globalThis.gc();
  const before = memory();
  const loop = monitorEventLoopDelay({ resolution: 5 });
  watch = { before, most: before, loop };
  const look = () => {
    if (collects) globalThis.gc();
    const { rss, held } = memory();
    watch.most = { rss: Math.max(watch.most.rss, rss), held: Math.max(watch.most.held, held) };
  };
  watch.timer = setInterval(look, collects ? 500 : 50);
  loop.enable();
  while (loop.count === 0) await new Promise((resolve) => setTimeout(resolve, 1));
};

export const endWatch = () => {
  const { before, most, loop, timer } = watch;
  loop.disable();
  clearInterval(timer);
  return { holdMs: loop.max / 1e6, moreMb: (most.rss - before.rss) / MB, heldMb: (most.held - before.held) / MB };
};

/** Checks the whole log, and how fast. */
export const verifyLog = async (strapi) => {
  await startWatch();
  const { seconds: took, result } = await seconds(() => audit(strapi).verify());
  return { report: result, seconds: took, ...endWatch() };
};

const READ = ['id', 'event_id', 'occurred_at', 'action', 'actor_kind', 'actor', 'token', 'target_type', 'target_id', 'outcome', 'body', 'personal', 'leaf', 'seal', 'key_id', 'place'];
const ROWS_A_READ = 500;

/** Reads what a check reads, and does nothing with it: no check is faster. Entries a second. */
export const readLog = async (strapi) => {
  let entries = 0;
  const { seconds: took } = await seconds(async () => {
    for (let start = 0, rows; start === 0 || rows.length > 0; start += ROWS_A_READ) {
      rows = await strapi.db.connection('roster_audit_entries').select(...READ).where('place', '>=', start).where('place', '<', start + ROWS_A_READ).orderBy('place');
      entries += rows.length;
    }
  });
  return entries / took;
};

const TAG = 'api::tag.tag';
let tags = [];

/** Something for each writer to change: of a type without a binding, whose changes are not told by themselves. */
export const prepareActions = async (strapi, count) => {
  tags = [];
  for (let number = 0; number < count; number += 1) tags.push(await strapi.documents(TAG).create({ data: { name: `Tag ${number}` } }));
};

/** So many changes by so many at once, each in a transaction, with an entry or without. */
export const act = async (strapi, { count, parallel, isAudited }) => {
  const { user, system } = process.cpuUsage();
  const start = performance.now();
  let next = 0;
  const writer = async (tag) => {
    while ((next += 1) <= count) {
      const number = next;
      await strapi.db.transaction(async () => {
        await strapi.documents(TAG).update({ documentId: tag.documentId, data: { name: `Changed ${number}` } });
        if (isAudited) await audit(strapi).record(factOf(number));
      });
    }
  };
  await Promise.all(tags.slice(0, parallel).map(writer));
  const wall = (performance.now() - start) / 1000;
  const used = process.cpuUsage({ user, system });
  return { perSecond: count / wall, cpuMs: (used.user + used.system) / 1000 / count };
};

export const sealLog = (strapi) => audit(strapi).seal();

/** One page of each search, several times: the median, in ms. */
export const searchLog = async (strapi, searches) => {
  const { reading } = audit(strapi);
  const found = {};
  for (const [name, query] of Object.entries(searches)) {
    const times = [];
    let entries = 0;
    for (let round = 0; round < 9; round += 1) {
      const start = performance.now();
      entries = (await reading.page({ pageSize: 25, ...query })).data.length;
      times.push(performance.now() - start);
    }
    found[name] = { ms: times.sort((a, b) => a - b)[4], entries };
  }
  return found;
};
