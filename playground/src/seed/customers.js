'use strict';

const { moment } = require('./calendar');
const { documentId } = require('./chance');
const { insertRows, rowsByDocument, linkRows } = require('./bulk');
const { customerAt } = require('./plan');

const UID = 'api::customer.customer';

const row = (customer, locale, name, publishedAt) => ({
  documentId: customer.documentId,
  locale,
  name,
  slug: locale === 'en' ? customer.slug : `${customer.slug}-${locale}`,
  email: `hello@${customer.slug}.test`,
  arr: customer.arr,
  tier: customer.tier,
  territory: customer.territory,
  managerEmail: customer.managerEmail,
  custom: customer.custom,
  createdAt: moment(0),
  updatedAt: moment(publishedAt || name === customer.name ? 1 : 2),
  publishedAt,
});

// Draft & publish: one row for the draft and one for what is published, in each locale.
const rowsOf = (customer) => {
  const { name, draftName, frenchName } = customer;
  const english = [row(customer, 'en', draftName, null), row(customer, 'en', name, moment(1))];
  if (!frenchName) {
    return english;
  }
  return [...english, row(customer, 'fr', frenchName, null), row(customer, 'fr', frenchName, moment(1))];
};

const sameVersion = (a) => (b) => a.locale === b.locale && Boolean(a.publishedAt) === Boolean(b.publishedAt);

// A draft links to the draft of its parent, a translation to the translation, if there is one.
const parentPairs = (customers, rows) =>
  customers
    .filter(({ parent }) => parent !== null)
    .flatMap(({ documentId: child, parent }) => {
      const parents = rows.get(customerAt(parent).documentId);
      return rows
        .get(child)
        .map((version) => [version.id, parents.find(sameVersion(version))?.id])
        .filter(([, target]) => target);
    });

const insertCustomers = (strapi, customers) => insertRows(strapi, UID, customers.flatMap(rowsOf));

const linkCustomers = async (strapi, customers, rows) => {
  const pairsTo = async (kind, namesOf) => {
    const targets = await rowsByDocument(strapi, `api::${kind}.${kind}`);
    return customers.flatMap((customer) =>
      rows.get(customer.documentId).flatMap(({ id }) =>
        namesOf(customer).map((name) => [id, targets.get(documentId(kind, name))[0].id])
      )
    );
  };
  await linkRows(strapi, UID, 'segment', await pairsTo('segment', ({ segment }) => [segment]));
  await linkRows(strapi, UID, 'region', await pairsTo('region', ({ region }) => [region]));
  await linkRows(strapi, UID, 'tags', await pairsTo('tag', ({ tags }) => tags));
  await linkRows(strapi, UID, 'parent', parentPairs(customers, rows));
};

module.exports = { insertCustomers, linkCustomers };
