import '../support/typescript.mjs';

import { interleave } from '../support/interleave.mjs';
import { summarize, summarizeRatio } from '../support/stats.mjs';

/** Questions a sample: enough for a sample of some milliseconds. */
const TIMES = { strapiPerRequest: 3, check500: 20, casl: 50_000, caslRecord: 20_000, strapi: 50_000 };
const MANY = 300_000;

const sampleOf = (run, times) => async () => {
  const start = process.hrtime.bigint();
  await run(times);
  return Number(process.hrtime.bigint() - start) / times;
};

/** Nanoseconds a question, the contenders in turn. */
export const measureDecision = async ({ runs }) => {
  const { roles } = await import('./roles.mjs');
  const { contendersFor } = await import('./contenders.mjs');
  const results = [];
  for (const { name, cells, permissions } of roles()) {
    const contenders = Object.entries(await contendersFor(cells)).map(([key, run]) => [key, sampleOf(run, TIMES[key] ?? MANY)]);
    const samples = await interleave(Object.fromEntries(contenders), { rounds: Math.max(runs, 15), warmUps: 4 });
    results.push({ role: name, permissions, samples });
  }
  const ns = ({ samples }) => Object.fromEntries(Object.entries(samples).map(([key, series]) => [key, summarize(series)]));
  const ratios = ({ samples }) => ({
    caslToDecide: summarizeRatio(samples.casl, samples.decide),
    strapiToDecide: summarizeRatio(samples.strapi, samples.decide),
    caslToDecideOnRecord: summarizeRatio(samples.caslRecord, samples.decideRecord),
  });
  const [csm, wide] = results;
  return {
    roles: results.map((result) => ({ role: result.role, permissions: result.permissions, ns: ns(result), ratios: ratios(result) })),
    wideToCsm: summarizeRatio(wide.samples.decide, csm.samples.decide),
  };
};
