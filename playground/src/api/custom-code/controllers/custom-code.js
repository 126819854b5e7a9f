'use strict';

const { Readable } = require('node:stream');

const UID = 'api::customer.customer';
const live = { publishedAt: { $notNull: true }, locale: 'en' };

// One action for each way a site's own code reaches the database. None of them asks about rights:
// what they answer is what the team plugin leaves visible.
module.exports = ({ strapi }) => ({
  async documents() {
    return { data: await strapi.documents(UID).findMany({ status: 'published' }) };
  },

  async query() {
    const customers = strapi.db.query(UID);
    const data = await customers.findMany({ where: live });
    return { data, meta: { count: await customers.count({ where: live }) } };
  },

  async builder() {
    const data = await strapi.db
      .queryBuilder(UID)
      .select(['id', 'documentId', 'name'])
      .where(live)
      .execute();
    return { data };
  },

  async entityService() {
    return { data: await strapi.entityService.findMany(UID, { status: 'published' }) };
  },

  // How an export is usually written: the rows are read while the response is on its way.
  stream(ctx) {
    const rows = async function* rows() {
      for (const row of await strapi.documents(UID).findMany({ status: 'published' })) {
        yield `${JSON.stringify(row)}\n`;
      }
    };
    ctx.type = 'text/plain';
    ctx.body = Readable.from(rows());
  },

  async updateMany(ctx) {
    const { documentIds = [], tier } = ctx.request.body?.data ?? {};
    const { count } = await strapi.db.query(UID).updateMany({
      where: { documentId: { $in: documentIds } },
      data: { tier },
    });
    return { data: { count } };
  },

  async insert(ctx) {
    const { name, territory, arr } = ctx.request.body?.data ?? {};
    const { documentId } = await strapi.db.query(UID).create({
      data: { name, territory, arr, locale: 'en' },
    });
    return { data: { documentId } };
  },
});
