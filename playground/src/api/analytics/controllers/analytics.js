'use strict';

const settings = (strapi) => strapi.store({ type: 'api', name: 'analytics', key: 'settings' });

module.exports = ({ strapi }) => ({
  async summary() {
    const rows = await strapi.documents('api::customer.customer').findMany({
      status: 'published',
      fields: ['territory'],
    });
    const territories = {};
    for (const { territory } of rows) {
      territories[territory] = (territories[territory] ?? 0) + 1;
    }
    return { data: { territories, settings: await settings(strapi).get() } };
  },

  async configure(ctx) {
    const { data } = ctx.request.body ?? {};
    if (!data || typeof data !== 'object') {
      return ctx.badRequest('Missing "data" payload in the request body');
    }
    await settings(strapi).set({ value: data });
    return { data };
  },
});
