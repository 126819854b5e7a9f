import { CUSTOMER } from './variants.mjs';

const TERRITORIES = 200;

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** A thousand rules as a site has them, of which none matches what is created here: all of them have to be asked. */
export const addRules = async (strapi, { count, member }) => {
  const { enforcement, assignment } = Object.fromEntries(['enforcement', 'assignment'].map((name) => [name, strapi.plugin('roster').service(name)]));
  await enforcement.asSystem(async () => {
    for (let number = 0; number < count; number += 1) {
      const when = { all: [{ field: 'territory', operator: 'equals', value: `territory ${number % TERRITORIES}` }, { field: 'arr', operator: 'atLeast', value: number * 10 }] };
      await assignment.rules.create({ type: CUSTOMER, name: `Rule ${number}`, when, target: { member, coOwners: [] }, override: false, isActive: true, startsAt: null, endsAt: null }, { kind: 'system' });
    }
  });
};

/** Takes the rules out of force, or puts them back, and has them compiled. */
export const switchRules = async (strapi, isActive) => {
  await strapi.db.query('plugin::roster.rule').updateMany({ where: { type: CUSTOMER }, data: { isActive } });
  await strapi.db.query('plugin::roster.rulebook').updateMany({ where: { type: CUSTOMER }, data: { stamp: `bench ${isActive} ${performance.now()}`.slice(0, 32) } });
  await createCustomers(strapi, 1);
};

/** CPU of one creation of many, in ms. */
export const createCustomers = async (strapi, count) => {
  const start = cpuMs();
  const made = [];
  for (let number = 0; number < count; number += 1) made.push(await strapi.documents(CUSTOMER).create({ data: { name: `Created ${number}`, territory: 'elsewhere', arr: 500_000 } }));
  const each = (cpuMs() - start) / count;
  for (const { documentId } of made) await strapi.documents(CUSTOMER).delete({ documentId });
  return each;
};
