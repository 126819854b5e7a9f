'use strict';

// A document service call is dozens of statements. The seed writes rows and link tables instead:
// what it stores is what the service would have stored.

const CHUNK = 100;

/** Inserts rows of one type and answers nothing: not every database tells the new ids. */
const insertRows = async (strapi, uid, rows) => {
  if (rows.length > 0) {
    await strapi.db.query(uid).createMany({ data: rows });
  }
};

/** All stored rows of a type by documentId: a document has one per status and locale. */
const rowsByDocument = async (strapi, uid) => {
  const rows = await strapi.db.query(uid).findMany({
    select: ['id', 'documentId', 'locale', 'publishedAt'],
  });
  const byDocument = new Map();
  for (const row of rows) {
    byDocument.set(row.documentId, [...(byDocument.get(row.documentId) ?? []), row]);
  }
  return byDocument;
};

const counter = () => {
  const seen = new Map();
  return (key) => {
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return seen.get(key);
  };
};

/** Links rows: `pairs` are [source row id, target row id] of the side that owns the relation. */
const linkRows = async (strapi, uid, attribute, pairs) => {
  const { joinTable } = strapi.db.metadata.get(uid).attributes[attribute];
  const { joinColumn, inverseJoinColumn, orderColumnName, inverseOrderColumnName } = joinTable;
  const nthOfSource = counter();
  const nthOfTarget = counter();
  const rows = pairs.map(([source, target]) => ({
    [joinColumn.name]: source,
    [inverseJoinColumn.name]: target,
    ...(orderColumnName && { [orderColumnName]: nthOfSource(source) }),
    ...(inverseOrderColumnName && { [inverseOrderColumnName]: nthOfTarget(target) }),
  }));
  for (let start = 0; start < rows.length; start += CHUNK) {
    await strapi.db.queryBuilder(joinTable.name).insert(rows.slice(start, start + CHUNK)).execute();
  }
};

module.exports = { insertRows, rowsByDocument, linkRows };
