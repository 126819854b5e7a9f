import '../support/typescript.mjs';

import { interleave } from '../support/interleave.mjs';
import { summarize, summarizeRatio } from '../support/stats.mjs';

const SIZES = [10, 100, 1_000, 10_000];
/** CPU of a sample, and how many customers it looks at in the least. */
const SAMPLE_MS = 150;
const FEWEST = 16;

const cpuNs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
};

/**
 * Nanoseconds of CPU a customer; each sample goes on in the list where the last one stopped. It begins unmeasured,
 * until what the one before has left to clear up is cleared up.
 */
const sampleOf = (first, records, times) => {
  let next = 0;
  const run = async (count) => {
    for (let done = 0; done < count; done += 1) {
      const answer = first(records[next]);
      if (typeof answer !== 'number') await answer;
      next = next + 1 === records.length ? 0 : next + 1;
    }
  };
  return async () => {
    await run(Math.ceil(times / 5));
    const start = cpuNs();
    await run(times);
    return (cpuNs() - start) / times;
  };
};

/** So many customers that a sample takes its time, whoever is asked. */
const timesFor = async (first, records) => {
  const start = cpuNs();
  let done = 0;
  for (; done < FEWEST || cpuNs() - start < (SAMPLE_MS * 1e6) / 10; done += 1) await first(records[done % records.length]);
  return Math.max(FEWEST, Math.round((done * SAMPLE_MS * 1e6) / (cpuNs() - start)));
};

/** Before anything is measured: all of them say the same. */
const agree = async (all, records) => {
  for (const record of records) {
    const answers = Object.fromEntries(await Promise.all(Object.entries(all).map(async ([name, first]) => [name, await first(record)])));
    if (new Set(Object.values(answers)).size > 1) throw new Error(`rules: the contenders disagree: ${JSON.stringify(answers)} on ${JSON.stringify(record)}`);
  }
};

const measureCase = async (all, records, rounds) => {
  await agree(all, records.slice(0, FEWEST));
  const samples = {};
  for (const [name, first] of Object.entries(all)) samples[name] = sampleOf(first, records, await timesFor(first, records));
  const series = await interleave(samples, { rounds });
  const perSecond = Object.fromEntries(Object.entries(series).map(([name, ns]) => [name, summarize(ns.map((one) => 1e9 / one))]));
  const peers = Object.keys(series).filter((name) => name !== 'roster');
  return { perSecond, ratios: Object.fromEntries(peers.map((name) => [name, summarizeRatio(series[name], series.roster)])) };
};

const measureCompile = async (compile, rounds) => {
  const sample = () => {
    const start = cpuNs();
    compile();
    return (cpuNs() - start) / 1e6;
  };
  return summarize((await interleave({ sample }, { rounds, warmUps: 5 })).sample);
};

/** Customers a second: each contender in turn, for few rules and for many, with a rule that matches and without. */
export const measureRules = async ({ runs }) => {
  const { CONTENDERS } = await import('./contenders.mjs');
  const { worldOf } = await import('./world.mjs');
  const sizes = [];
  for (const count of SIZES) {
    const { rules, records } = worldOf(count, CONTENDERS.roster);
    const all = Object.fromEntries(Object.entries(CONTENDERS).map(([name, make]) => [name, make(rules)]));
    const matches = records.matching.map(all.roster);
    sizes.push({
      rules: count,
      meanMatch: matches.reduce((sum, rule) => sum + rule, 0) / matches.length,
      compileMs: await measureCompile(() => CONTENDERS.roster(rules), runs),
      match: await measureCase(all, records.matching, runs),
      none: await measureCase(all, records.strangers, runs),
    });
  }
  return sizes;
};
