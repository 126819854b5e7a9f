'use strict';

const store = (strapi) => strapi.store({ type: 'api', name: 'seed', key: 'customers' });

/** How many customers this site was seeded with: enough to compute all of them again. */
const rememberSize = (strapi, count) => store(strapi).set({ value: count });

const seededSize = async (strapi) => (await store(strapi).get()) ?? 0;

module.exports = { rememberSize, seededSize };
