'use strict';

const { can } = require('../../../can');

module.exports = {
  routes: [
    {
      method: 'GET',
      path: '/exports/customers',
      handler: 'export.customers',
      // The right to export says how far an export reaches, which may be less than the right to view.
      config: { policies: can('data_export', 'export', { narrows: ['api::customer.customer'] }) },
    },
  ],
};
