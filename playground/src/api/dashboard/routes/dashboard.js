'use strict';

const { can } = require('../../../can');

module.exports = {
  routes: [
    {
      method: 'GET',
      path: '/dashboard/figures',
      handler: 'dashboard.figures',
      config: { policies: can('dashboard', 'view') },
    },
  ],
};
