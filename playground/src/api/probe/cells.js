'use strict';

const features = [
  'customer_360',
  'health_scoring',
  'segments',
  'playbooks',
  'notifications',
  'renewals',
  'dashboard',
  'data_export',
  'team_management',
  'analytics',
  'custom_fields',
];

const actions = ['view', 'create', 'update', 'delete', 'config', 'execute', 'personalize', 'export'];

/** Every cell of the matrix, as `{ feature, action }`. */
const cells = features.flatMap((feature) => actions.map((action) => ({ feature, action })));

module.exports = { features, actions, cells };
