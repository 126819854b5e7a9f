import { REQUESTS } from './requests.mjs';

/** A sample lasts about so long. */
const SAMPLE_MS = 150;
const MOST = 60;

/** What one member asks of one site: `once` answers, `sample` measures some in a row. */
export const asker = ({ engine, site, client, tokens, records }, name) => {
  const { request, found, expected, door = 'api' } = REQUESTS[name];
  const token = tokens[door];
  let turn = 0;
  let times = 0;

  const once = async () => {
    const answer = await client.send({ ...request(records[(turn += 1) % records.length]), token });
    if (answer.status !== 200) throw new Error(`${site.name}, ${name}: ${answer.status} ${answer.text()}`);
    return answer;
  };

  const sample = async () => {
    const before = { node: await site.ask('cpu'), database: engine.cpu() };
    const start = performance.now();
    for (let i = 0; i < times; i += 1) await once();
    const wall = performance.now() - start;
    const node = (await site.ask('cpu')) - before.node;
    const database = engine.cpu() - before.database;
    return { wall: wall / times, node: (node * 1000) / times, cpu: ((node + (Number.isNaN(database) ? 0 : database)) * 1000) / times };
  };

  return {
    async sample() {
      if (times > 0) return sample();
      times = 5;
      await sample();
      const { wall } = await sample();
      times = Math.min(MOST, Math.max(3, Math.ceil(SAMPLE_MS / wall)));
      return sample();
    },
    /** The right answer, and the statements that it took. */
    async check(size) {
      await once();
      await site.ask('noteStatements');
      const answer = JSON.parse((await once()).text());
      const statements = await site.ask('notedStatements');
      const count = found(answer);
      if (count !== expected(size)) throw new Error(`${site.name}, ${name}: ${count} records instead of ${expected(size)}`);
      return statements.length;
    },
  };
};
