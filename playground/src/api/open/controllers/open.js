'use strict';

module.exports = ({ strapi }) => ({
  async customers() {
    const count = await strapi.db.query('api::customer.customer').count();
    return { data: { count } };
  },
});
