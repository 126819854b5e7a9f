'use strict';

const { can } = require('../../../can');

const route = (method, path, action) => ({
  method,
  path: `/custom-code/${path}`,
  handler: `custom-code.${action}`,
  config: { policies: can('customer_360', 'view') },
});

module.exports = {
  routes: [
    route('GET', 'documents', 'documents'),
    route('GET', 'query', 'query'),
    route('GET', 'builder', 'builder'),
    route('GET', 'entity-service', 'entityService'),
    route('GET', 'stream', 'stream'),
    route('POST', 'update-many', 'updateMany'),
    route('POST', 'insert', 'insert'),
  ],
};
