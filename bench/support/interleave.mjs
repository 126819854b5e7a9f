/**
 * Measures contenders in turn, round after round, each round starting with another one.
 * Answers the samples of each, in the order of the rounds. A round counts for all or for none.
 *
 * @param {Record<string, () => unknown>} contenders one sample each
 * @param {{ rounds: number, warmUps?: number, budgetMs?: number }} limits after `budgetMs` no new round starts, once three are done
 */
export const interleave = async (contenders, { rounds, warmUps = 1, budgetMs = Infinity }) => {
  const names = Object.keys(contenders);
  for (let round = 0; round < warmUps; round += 1) for (const name of names) await contenders[name]();
  const samples = Object.fromEntries(names.map((name) => [name, []]));
  const start = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    if (round >= 3 && performance.now() - start > budgetMs) break;
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(round + turn) % names.length];
      samples[name].push(await contenders[name]());
    }
  }
  return samples;
};
