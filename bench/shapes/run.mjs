import { interleave } from '../support/interleave.mjs';
import { summarize, summarizeRatio } from '../support/stats.mjs';
import { REQUESTS } from './requests.mjs';
import { SCOPES, YARDSTICK } from './scopes.mjs';
import { copyWithCoveringIndex, dropCopy } from './tables.mjs';

/** A sample lasts about so long, so that fast statements are not lost in the noise of the clock. */
const SAMPLE_MS = 4;
/** The slowest shapes take seconds: no cell of the table may take minutes. */
const BUDGET_MS = 8000;

const contender = (context, scope, request) => {
  let turn = 0;
  let times = 0;
  const ask = async () => {
    const built = await scope.build(context);
    const record = context.records[(turn += 1) % context.records.length];
    const { sql, values } = request({ ...built, record, table: scope.table });
    return context.connection.all(sql, values);
  };
  const sample = async () => {
    const start = performance.now();
    for (let i = 0; i < times; i += 1) await ask();
    return (performance.now() - start) / times;
  };
  return async () => {
    if (times > 0) return sample();
    times = 1;
    const once = await sample();
    times = Math.min(40, Math.max(1, Math.ceil(SAMPLE_MS / once)));
    return once;
  };
};

/** All shapes must answer the same; those that reach more must answer no less. */
const check = async (context, scopes, name) => {
  const expected = { one: 1, list: Math.min(25, context.size), sorted: Math.min(25, context.size), count: context.size }[name];
  for (const [key, scope] of scopes) {
    const { sql, values } = REQUESTS[name]({ ...(await scope.build(context)), record: context.records[0], table: scope.table });
    const rows = await context.connection.all(sql, values);
    const found = name === 'count' ? Number(rows[0].count) : rows.length;
    if (scope.plus ? found < expected : found !== expected) throw new Error(`shapes: "${key}" answers ${found} for ${name}, not ${expected}`);
  }
};

const measureCell = async (context, scopes, name, runs) => {
  await check(context, scopes, name);
  const contenders = Object.fromEntries(scopes.map(([key, scope]) => [key, contender(context, scope, REQUESTS[name])]));
  const samples = await interleave(contenders, { rounds: runs, warmUps: 2, budgetMs: BUDGET_MS });
  return Object.fromEntries(
    Object.entries(samples).map(([key, series]) => [key, { ms: summarize(series), ratio: summarizeRatio(series, samples[YARDSTICK]) }]),
  );
};

/** Raw statements on the plugin's site: every shape of a scope × request × book. */
export const measureShapes = async ({ engine, world, prepared, runs }) => {
  const { database, people } = prepared.roster;
  const connection = await database.connect();
  await copyWithCoveringIndex(engine.name, connection);
  const scopes = Object.entries(SCOPES).filter(([, { only }]) => !only || only === engine.name);
  const cells = [];
  for (const book of world.books.filter(({ coOwned }) => coOwned === 0)) {
    const member = people[book.key];
    const records = world.owners.flatMap((owner, position) => (owner === book.key ? [world.customers[position].documentId] : [])).slice(0, 50);
    const context = { connection, member, helper: people.helper, records, size: book.size };
    for (const name of Object.keys(REQUESTS)) cells.push({ book: book.size, request: name, shapes: await measureCell(context, scopes, name, runs) });
  }
  await dropCopy(connection);
  await connection.close();
  return cells;
};
