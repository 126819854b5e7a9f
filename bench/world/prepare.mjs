import { startSite } from '../site/start.mjs';
import { VARIANTS } from '../site/variants.mjs';
import { fillWorld } from './fill.mjs';

/** A database that the site has made and that is full of customers. `rights`: what a stock site ticks. */
const prepareOne = async (engine, name, world, rights) => {
  const database = await engine.create(`bench_${name}`);
  const site = await startSite(name, database);
  const people = await site.ask('addPeople', world.books.map(({ key }) => key));
  const given = VARIANTS[name].roster ? await site.ask('rightsOfMember', people[world.books[0].key]) : rights;
  if (!VARIANTS[name].roster) {
    await site.ask('tick', given.api);
    await site.ask('tickPanel', given.panel);
  }
  await site.ask('addUnbound');
  await site.stop();
  await fillWorld(database, world, VARIANTS[name], people);
  return { database, people, rights: given };
};

/** The plugin's site first: what it gives a csm is what the others tick. */
export const prepareDatabases = async (engine, world, names = Object.keys(VARIANTS)) => {
  const prepared = {};
  prepared.roster = await prepareOne(engine, 'roster', world);
  for (const name of names) prepared[name] ??= await prepareOne(engine, name, world, prepared.roster.rights);
  return prepared;
};
