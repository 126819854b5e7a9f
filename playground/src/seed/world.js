'use strict';

const catalogue = require('./catalogue');
const deals = require('./deals');
const details = require('./details');
const personal = require('./personal');
const { documentId } = require('./chance');
const { PASSWORD, people, superAdmin } = require('./people');
const { customersUpTo } = require('./plan');
const { seededSize } = require('./size');
const { userId } = require('./accounts');
const { panelUserId } = require('./panel');

const index = (rows, keyOf, valueOf) =>
  Object.fromEntries(rows.map((row) => [keyOf(row), valueOf(row)]));

const named = (kind, names) => index(names, (name) => name, (name) => documentId(kind, name));

const membersByKey = async (strapi) => {
  const uid = 'plugin::roster.member';
  if (!strapi.contentTypes[uid]) {
    return {};
  }
  const members = await strapi.db.query(uid).findMany({ select: ['documentId', 'email'] });
  return index(members, ({ email }) => email.split('@')[0], (member) => member.documentId);
};

const detailsOf = (customer) =>
  index(details, ({ kind }) => kind, ({ of }) => of(customer).map((row) => row.documentId));

const personalByTitle = (uid) =>
  index(personal[uid], ({ row }) => row.title ?? row.name, (record) => record.documentId);

/**
 * The seeded documents by name, for tests: `world.customers['Acme Robotics']` is a documentId,
 * `world.owners['Acme Robotics']` says whose it is, `world.details['Acme Robotics'].note` its notes.
 */
const world = async (strapi) => {
  const customers = customersUpTo(await seededSize(strapi));
  const byName = (valueOf) => index(customers, ({ name }) => name, valueOf);
  return {
    password: PASSWORD,
    superAdmin,
    users: index(people, ({ key }) => key, ({ key }) => userId(key)),
    panelUsers: index(people, ({ key }) => key, ({ key }) => panelUserId(key)),
    members: await membersByKey(strapi),
    customers: byName((customer) => customer.documentId),
    owners: byName(({ owner, coOwners }) => ({ owner, coOwners })),
    plan: customers,
    details: byName(detailsOf),
    segments: named('segment', catalogue.segments),
    regions: named('region', catalogue.regions),
    tags: named('tag', catalogue.tags),
    playbooks: named('playbook', catalogue.playbooks.map(({ name }) => name)),
    healthModels: named('health-model', catalogue.healthModels.map(({ name }) => name)),
    articles: named('article', catalogue.articles.map(({ title }) => title)),
    deals: named('deal', deals.TITLES),
    notifications: personalByTitle('api::notification.notification'),
    layouts: personalByTitle('api::dashboard-layout.dashboard-layout'),
  };
};

module.exports = { world };
