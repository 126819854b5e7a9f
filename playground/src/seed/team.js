'use strict';

const personal = require('./personal');
const { team } = require('./people');
const { userId } = require('./accounts');
const { panelUserId } = require('./panel');

const TERRITORIES = { north: 'North', south: 'South', latam: 'Latin America' };

const createMembers = async (roster) => {
  for (const [key, name] of Object.entries(TERRITORIES)) {
    await roster.service('members').defineTerritory(key, name);
  }
  const members = {};
  for (const { key, email, name, role, territories, timezone, language } of team) {
    const { documentId } = await roster.service('members').create({
      email,
      name,
      role,
      territories,
      timezone,
      language,
      apiUser: userId(key),
      panelUser: panelUserId(key),
    });
    members[key] = documentId;
  }
  return members;
};

const setOwners = (roster, customers, members) =>
  roster.service('books').setOwners(
    'api::customer.customer',
    customers
      .filter(({ owner }) => owner)
      .map(({ documentId, owner, coOwners }) => ({
        record: documentId,
        owner: members[owner],
        coOwners: coOwners.map((key) => members[key]),
      }))
  );

const setAuthors = async (roster, members) => {
  for (const [uid, records] of Object.entries(personal)) {
    await roster.service('books').setAuthors(
      uid,
      records
        .filter(({ author }) => author)
        .map(({ documentId, author }) => ({ record: documentId, author: members[author] }))
    );
  }
};

/** Members and who owns what. Without the plugin there is no team: that is the site before it. */
const formTeam = async (strapi, customers) => {
  const roster = strapi.plugin('roster');
  if (!roster) {
    return;
  }
  const members = await createMembers(roster);
  await setOwners(roster, customers, members);
  await setAuthors(roster, members);
};

module.exports = { formTeam };
