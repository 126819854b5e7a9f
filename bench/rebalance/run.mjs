import { startSite } from '../site/start.mjs';
import { interleave } from '../support/interleave.mjs';
import { summarize } from '../support/stats.mjs';

const ONE_BY_ONE = 100;

/** Half of the customers, the book of somebody who leaves, shared out among three, against one change after the other. A round takes long: a few say enough. */
export const measureRebalance = async ({ prepared: { roster }, runs, profile }) => {
  const site = await startSite('roster', roster.database, { profile });
  const { large, medium, small, helper } = roster.people;
  const contenders = {
    job: () => site.ask('rebalanceBook', { from: large, to: [medium, small, helper] }),
    oneByOne: () => site.ask('changeOneByOne', { members: [medium, large], count: ONE_BY_ONE }),
  };
  const { job, oneByOne } = await interleave(contenders, { rounds: Math.max(3, Math.min(5, runs)), warmUps: 1 });
  await site.stop();
  const of = (pick) => summarize(job.map(pick));
  return {
    moved: job[0].moved,
    // Each for a hundred thousand records, whatever the world's size.
    planSeconds: of(({ planMs, moved }) => (planMs / moved) * 100),
    jobSeconds: of(({ jobMs, moved }) => (jobMs / moved) * 100),
    undoSeconds: of(({ undoMs, moved }) => (undoMs / moved) * 100),
    oneByOneSeconds: summarize(oneByOne.map((ms) => ms * 100)),
    times: summarize(job.map(({ jobMs, moved }, round) => oneByOne[round] / (jobMs / moved))),
    longestTransactionMs: of(({ transaction }) => transaction),
    longestHoldMs: of(({ loop }) => loop),
    moreMemoryMb: of(({ memory }) => memory),
  };
};
