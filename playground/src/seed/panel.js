'use strict';

const { PASSWORD, people, superAdmin } = require('./people');
const { documentId } = require('./chance');

const TYPES = ['api::region.region', 'api::tag.tag', 'api::deal.deal', 'api::article.article'];
const ACTIONS = ['create', 'read', 'update', 'delete', 'publish'];
const MEDIA = ['plugin::upload.read', 'plugin::upload.assets.create', 'plugin::upload.assets.update'];

const panelUserId = (key) => documentId('panel-user', key);

const createSuperAdmin = async (strapi) => {
  const users = strapi.service('admin::user');
  if (!(await users.exists())) {
    await users.createFirstAdmin({ ...superAdmin, password: PASSWORD });
  }
};

const onRecords = (strapi, subject, action) => ({
  action: `plugin::content-manager.explorer.${action}`,
  subject,
  properties: ['delete', 'publish'].includes(action)
    ? {}
    : { fields: strapi.service('admin::content-type').getNestedFields(strapi.contentTypes[subject], { components: strapi.components }) },
  conditions: [],
});

/** What everybody at the company may do in the panel, the way a site sets it up: the types that nobody governs. */
const createRole = async (strapi) => {
  const role = await strapi.service('admin::role').create({ name: 'Customer success', description: 'Everybody who works with customers' });
  await strapi.service('admin::role').assignPermissions(role.id, [
    ...TYPES.flatMap((type) => ACTIONS.map((action) => onRecords(strapi, type, action))),
    ...MEDIA.map((action) => ({ action, subject: null, properties: {}, conditions: [] })),
  ]);
  return role;
};

/** A user of the panel for every person. The shared password is hashed once: a hash takes 80 ms. */
const createPanelUsers = async (strapi) => {
  await createSuperAdmin(strapi);
  const role = await createRole(strapi);
  const password = await strapi.service('admin::auth').hashPassword(PASSWORD);
  for (const { key, name, email } of people) {
    const [firstname, ...rest] = name.split(' ');
    await strapi.db.query('admin::user').create({
      data: {
        documentId: panelUserId(key),
        firstname,
        lastname: rest.join(' '),
        email,
        password,
        isActive: true,
        blocked: false,
        roles: [role.id],
      },
    });
  }
};

module.exports = { createPanelUsers, panelUserId };
