'use strict';

const { createUsers } = require('./accounts');
const { attachDetails } = require('./attach-details');
const { rowsByDocument } = require('./bulk');
const { insertCustomers, linkCustomers } = require('./customers');
const { createDeals } = require('./deals');
const { chooseFavorites } = require('./favorites');
const { createFoundations } = require('./foundations');
const { ensureFrench } = require('./locales');
const { createPanelUsers } = require('./panel');
const { openUngovernedTypes } = require('./permissions');
const { customersUpTo } = require('./plan');
const { rememberSize } = require('./size');
const { dressCustomers } = require('./showcase');
const { formTeam } = require('./team');
const { world } = require('./world');
const { writePersonal } = require('./write-personal');

/** Fills an empty site, the same way every time: all of it or nothing. */
const seed = async (strapi, { customers: count = 400 } = {}) => {
  const customers = customersUpTo(count);
  await ensureFrench(strapi);
  await strapi.db.transaction(async () => {
    await createPanelUsers(strapi);
    await createUsers(strapi);
    await openUngovernedTypes(strapi);
    await createFoundations(strapi);
    await insertCustomers(strapi, customers);
    await dressCustomers(strapi, customers);
    // Publishing replaces rows, so their ids are final only now.
    const rows = await rowsByDocument(strapi, 'api::customer.customer');
    await linkCustomers(strapi, customers, rows);
    await attachDetails(strapi, customers, rows);
    await createDeals(strapi, customers, rows);
    await chooseFavorites(strapi, customers);
    await writePersonal(strapi);
    await formTeam(strapi, customers);
    await rememberSize(strapi, count);
  });
};

module.exports = { seed, world };
