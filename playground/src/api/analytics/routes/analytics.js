'use strict';

const { can } = require('../../../can');

module.exports = {
  routes: [
    {
      method: 'GET',
      path: '/analytics/summary',
      handler: 'analytics.summary',
      config: { policies: can('analytics', 'view') },
    },
    {
      method: 'PUT',
      path: '/analytics/settings',
      handler: 'analytics.configure',
      config: { policies: can('analytics', 'config') },
    },
  ],
};
