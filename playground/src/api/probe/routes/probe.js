'use strict';

const { can } = require('../../../can');
const { cells } = require('../cells');

// One route for each cell, so that a test can ask the whole matrix over HTTP.
module.exports = {
  routes: cells.map(({ feature, action }) => ({
    method: 'GET',
    path: `/probe/${feature}/${action}`,
    handler: 'probe.show',
    config: { policies: can(feature, action) },
  })),
};
