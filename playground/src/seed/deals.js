'use strict';

const { documentId } = require('./chance');

const TITLES = ['Fleet of arms', 'Cold chain', 'Cabin retrofit', 'Data lake', 'Uniforms', 'Credit line'];
const CUSTOMER = 'api::customer.customer';

const isLive = ({ locale, publishedAt }) => locale === 'en' && publishedAt;

/**
 * Deals are governed by nobody and reach customers in every way a relation can:
 * a repeatable component, a dynamic zone and both kinds of polymorphic relation.
 */
const createDeals = async (strapi, customers, customerRows) => {
  const liveRow = ({ documentId: id }) => customerRows.get(id).find(isLive).id;

  for (const [nth, title] of TITLES.entries()) {
    const [first, second, third] = [0, 1, 2].map((step) => customers[(nth + step) % customers.length]);
    await strapi.documents('api::deal.deal').create({
      data: {
        documentId: documentId('deal', title),
        title,
        parties: [
          { role: 'buyer', customer: first.documentId },
          { role: 'partner', customer: second.documentId },
        ],
        blocks: [{ __component: 'crm.quote', text: 'They vouch for us.', customer: third.documentId }],
        subject: { __type: CUSTOMER, id: liveRow(first) },
        mentions: [second, third].map((customer) => ({ __type: CUSTOMER, id: liveRow(customer) })),
      },
    });
  }
};

module.exports = { TITLES, createDeals };
