'use strict';

const details = require('./details');
const { insertRows, rowsByDocument, linkRows } = require('./bulk');

const uidOf = (kind) => `api::${kind}.${kind}`;

// A type without drafts links to the draft and to the published row of its customer, in the default locale.
const defaultLocale = ({ locale }) => locale === 'en';

const attach = async (strapi, { kind, of, links = {} }, customers, customerRows) => {
  const uid = uidOf(kind);
  const owned = customers.map((customer) => ({ customer, rows: of(customer) }));
  await insertRows(strapi, uid, owned.flatMap(({ rows }) => rows));
  const stored = await rowsByDocument(strapi, uid);

  const link = (attribute, targetsOf) =>
    linkRows(
      strapi,
      uid,
      attribute,
      owned.flatMap(({ customer, rows }) =>
        rows.flatMap(({ documentId }) =>
          targetsOf(customer).map(({ id }) => [stored.get(documentId)[0].id, id])
        )
      )
    );

  await link('customer', ({ documentId }) => customerRows.get(documentId).filter(defaultLocale));
  for (const [attribute, [targetKind, targetOf]] of Object.entries(links)) {
    const targets = await rowsByDocument(strapi, uidOf(targetKind));
    await link(attribute, (customer) => targets.get(targetOf(customer)));
  }
};

const attachDetails = async (strapi, customers, customerRows) => {
  for (const detail of details) {
    await attach(strapi, detail, customers, customerRows);
  }
};

module.exports = { attachDetails };
