'use strict';

const catalogue = require('./catalogue');
const { documentId } = require('./chance');
const { insertRows } = require('./bulk');

const named = (kind, names) => names.map((name) => ({ documentId: documentId(kind, name), name }));

const withIds = (kind, rows, field) =>
  rows.map((row) => ({ documentId: documentId(kind, row[field]), ...row }));

/** What customers refer to, and the articles, which refer to nothing. */
const createFoundations = async (strapi) => {
  const { segments, regions, tags, playbooks, healthModels, articles } = catalogue;
  await insertRows(strapi, 'api::segment.segment', named('segment', segments));
  await insertRows(strapi, 'api::region.region', named('region', regions));
  await insertRows(strapi, 'api::tag.tag', named('tag', tags));
  await insertRows(strapi, 'api::playbook.playbook', withIds('playbook', playbooks, 'name'));
  await insertRows(strapi, 'api::health-model.health-model', withIds('health-model', healthModels, 'name'));
  await insertRows(strapi, 'api::article.article', withIds('article', articles, 'title'));
};

module.exports = { createFoundations };
