'use strict';

const { provider } = require('./mail/inbox');
const { seed } = require('./seed');

const wanted = () => process.env.SEED !== 'none';

const isEmpty = async (strapi) => (await strapi.db.query('api::customer.customer').count()) === 0;

module.exports = {
  async bootstrap({ strapi }) {
    strapi.plugin('email').provider = provider;
    if (wanted() && (await isEmpty(strapi))) {
      const customers = Number(process.env.SEED_CUSTOMERS ?? 400);
      const start = Date.now();
      await seed(strapi, { customers });
      strapi.log.info(`Seeded ${customers} customers in ${Date.now() - start} ms`);
    }
  },
};
