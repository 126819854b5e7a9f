'use strict';

const { PASSWORD, people } = require('./people');
const { documentId } = require('./chance');

const userId = (key) => documentId('user', key);

const authenticatedRole = (strapi) =>
  strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'authenticated' } });

/** One user of the site for every person. The shared password is hashed once: a hash takes 80 ms. */
const createUsers = async (strapi) => {
  const role = await authenticatedRole(strapi);
  const { password } = await strapi
    .plugin('users-permissions')
    .service('user')
    .ensureHashedPasswords({ password: PASSWORD });

  for (const { key, email } of people) {
    await strapi.db.query('plugin::users-permissions.user').create({
      data: {
        documentId: userId(key),
        username: key,
        email,
        password,
        provider: 'local',
        confirmed: true,
        blocked: false,
        role: role.id,
      },
    });
  }
};

module.exports = { createUsers, userId };
