import { startSite } from '../site/start.mjs';
import { interleave } from '../support/interleave.mjs';
import { summarize, summarizeNoise, summarizeRatio } from '../support/stats.mjs';

const RULES = 1_000;
const SAMPLE = 30;

/** A creation with a thousand rules that are asked, and none of which matches, against one without. */
export const measureCreates = async ({ prepared: { roster }, runs }) => {
  const site = await startSite('roster', roster.database);
  await site.ask('addRules', { count: RULES, member: roster.people.large });
  const sample = (isActive) => async () => {
    await site.ask('switchRules', isActive);
    return site.ask('createCustomers', SAMPLE);
  };
  const { without, ruled } = await interleave({ without: sample(false), ruled: sample(true) }, { rounds: runs, warmUps: 2 });
  await site.stop();
  return { rules: RULES, withoutMs: summarize(without), ruledMs: summarize(ruled), ratio: summarizeRatio(ruled, without), noise: summarizeNoise(without) };
};
