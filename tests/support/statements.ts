import type { Core } from '@strapi/strapi';

const ROUNDS = 5;

const once = async ({ db }: Core.Strapi, work: () => Promise<unknown>): Promise<number> => {
  let count = 0;
  const note = () => void (count += 1);
  db.connection.on('query', note);
  await work();
  db.connection.removeListener('query', note);
  return count;
};

/**
 * Statements that a piece of work sends to the database: the fewest of some rounds, since what the
 * site does beside it (a cache that runs out, a clock that ticks) is none of them.
 */
export const statementsOf = async (strapi: Core.Strapi, work: () => Promise<unknown>): Promise<number> => {
  const counts: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) counts.push(await once(strapi, work));
  return Math.min(...counts);
};
