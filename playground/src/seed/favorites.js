'use strict';

const { regions } = require('./catalogue');
const { documentId } = require('./chance');

/** Each region has a favorite customer, of whichever owner. */
const chooseFavorites = async (strapi, customers) => {
  for (const [index, name] of regions.entries()) {
    await strapi.documents('api::region.region').update({
      documentId: documentId('region', name),
      data: { favorite: customers[index % customers.length].documentId },
    });
  }
};

module.exports = { chooseFavorites };
