'use strict';

const TYPES = ['region', 'tag', 'deal', 'article'];
const ACTIONS = ['find', 'findOne', 'create', 'update', 'delete'];

/** Opens the types that nobody governs to every signed-in user, the way a site does it in its settings. */
const openUngovernedTypes = async (strapi) => {
  const role = await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'authenticated' } });
  for (const type of TYPES) {
    for (const action of ACTIONS) {
      await strapi.db.query('plugin::users-permissions.permission').create({
        data: { action: `api::${type}.${type}.${action}`, role: role.id },
      });
    }
  }
};

module.exports = { openUngovernedTypes };
