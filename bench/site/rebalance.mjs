import { monitorEventLoopDelay } from 'node:perf_hooks';

import { CUSTOMER } from './variants.mjs';

const MB = 1024 * 1024;

/** How long the longest transaction took, with its commit. */
const watchTransactions = (db) => {
  const { transaction } = db;
  let longest = 0;
  db.transaction = async (...of) => {
    const { result, ms } = await timed(() => transaction.apply(db, of));
    longest = Math.max(longest, ms);
    return result;
  };
  return () => {
    db.transaction = transaction;
    return longest;
  };
};

const watchMemory = () => {
  globalThis.gc();
  const before = process.memoryUsage().rss;
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
  return () => {
    clearInterval(timer);
    return (most - before) / MB;
  };
};

const watchLoop = () => {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  return () => {
    delay.disable();
    return delay.max / 1e6;
  };
};

const timed = async (work) => {
  const start = performance.now();
  const result = await work();
  return { result, ms: performance.now() - start };
};

const services = (strapi) => {
  const { rebalance, enforcement, books } = Object.fromEntries(['rebalance', 'enforcement', 'books'].map((name) => [name, strapi.plugin('roster').service(name)]));
  return { rebalance, enforcement, books };
};

/** Gives the book of somebody who leaves evenly to others, as a job, and takes it back. Milliseconds, megabytes. */
export const rebalanceBook = (strapi, { from, to }) => {
  const { rebalance, enforcement } = services(strapi);
  return enforcement.asSystem(async () => {
    const actor = enforcement.actor();
    const plan = await timed(() => rebalance.plan({ type: CUSTOMER, filter: { owner: from }, by: { members: to }, note: null }, actor));
    const { documentId, token, total } = plan.result;
    const ends = { transaction: watchTransactions(strapi.db), loop: watchLoop(), memory: watchMemory() };
    const job = await timed(async () => {
      await rebalance.start(documentId, token, actor);
      await rebalance.finished(documentId);
    });
    const worst = Object.fromEntries(Object.entries(ends).map(([name, end]) => [name, end()]));
    const { status } = await rebalance.find(documentId);
    if (status !== 'done') throw new Error(`The job is ${status}.`);
    const undo = await timed(async () => rebalance.finished((await rebalance.undo(documentId, actor)).documentId));
    return { moved: total, planMs: plan.ms, jobMs: job.ms, undoMs: undo.ms, ...worst };
  });
};

/** Begins to give a book away, and does not wait. */
export const startRebalance = (strapi, { from, to }) => {
  const { rebalance, enforcement } = services(strapi);
  return enforcement.asSystem(async () => {
    const actor = enforcement.actor();
    const { documentId, token } = await rebalance.plan({ type: CUSTOMER, filter: { owner: from }, by: { members: to }, note: null }, actor);
    await rebalance.start(documentId, token, actor);
    return documentId;
  });
};

/** Begins to take a job back, and does not wait. */
export const startUndo = (strapi, job) => {
  const { rebalance, enforcement } = services(strapi);
  return enforcement.asSystem(async () => (await rebalance.undo(job, enforcement.actor())).documentId);
};

export const jobState = async (strapi, job) => {
  const { status, done, total, error } = await services(strapi).rebalance.find(job);
  return { status, done, total, error };
};

/** The same for a few records, one document after the other, as a site without jobs would; each goes back. Milliseconds a record. */
export const changeOneByOne = (strapi, { members: [one, other], count }) => {
  const { enforcement, books } = services(strapi);
  return enforcement.asSystem(async () => {
    const rows = await strapi.db.query('plugin::roster.entry').findMany({ where: { type: CUSTOMER, kind: 'owner', member: one }, limit: count });
    const { ms } = await timed(async () => {
      for (const { record } of rows) await strapi.documents(CUSTOMER).update({ documentId: record, data: { owner: other } });
    });
    for (const { record } of rows) await books.setOwner(CUSTOMER, record, one);
    return ms / rows.length;
  });
};
