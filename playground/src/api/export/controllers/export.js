'use strict';

const PAGE = 100;

const readAll = async (documents) => {
  const all = [];
  for (;;) {
    const page = await documents.findMany({
      status: 'published',
      fields: ['name', 'email', 'arr', 'tier', 'territory'],
      sort: 'id',
      start: all.length,
      limit: PAGE,
    });
    all.push(...page);
    if (page.length < PAGE) {
      return all;
    }
  }
};

module.exports = ({ strapi }) => ({
  async customers() {
    const data = await readAll(strapi.documents('api::customer.customer'));
    return { data, meta: { total: data.length } };
  },
});
