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

const prepareRole = async ({ cells }) => {
  const { contendersFor } = await import('./contenders.mjs');
  return Object.entries(await contendersFor(cells)).map(([key, run]) => [key, sampleOf(run, TIMES[key] ?? MANY)]);
};

const report = ({ name, permissions }, samples) => ({
  role: name,
  permissions,
  ns: Object.fromEntries(Object.entries(samples).map(([key, series]) => [key, summarize(series)])),
  ratios: {
    casl: summarizeRatio(samples.casl, samples.decide),
    strapi: summarizeRatio(samples.strapi, samples.decide),
    caslRecord: summarizeRatio(samples.caslRecord, samples.decideRecord),
  },
});

/** Nanoseconds a question: both roles and all contenders in turn. */
export const measureDecision = async ({ runs }) => {
  const { roles } = await import('./roles.mjs');
  const contenders = {};
  for (const role of roles()) {
    for (const [key, sample] of await prepareRole(role)) contenders[`${role.name} ${key}`] = sample;
  }
  const all = await interleave(contenders, { rounds: Math.max(runs, 15), warmUps: 4 });
  const of = (role) =>
    Object.fromEntries(Object.entries(all).flatMap(([key, series]) => (key.startsWith(`${role} `) ? [[key.slice(role.length + 1), series]] : [])));
  return {
    roles: roles().map((role) => report(role, of(role.name))),
    wideToCsm: summarizeRatio(of('wide').decide, of('csm').decide),
  };
};
