'use strict';

const path = require('path');
const roster = require('./roster');

module.exports = ({ env }) => ({
  'users-permissions': {
    config: {
      jwtSecret: env('JWT_SECRET', 'demo-users-jwt-secret'),
      jwtManagement: env('JWT_MANAGEMENT', 'legacy-support'),
      ratelimit: { enabled: env('RATE_LIMIT') !== 'off' },
    },
  },
  graphql: {
    enabled: true,
    config: {
      landingPage: false,
      defaultLimit: 25,
      maxLimit: 100,
      depthLimit: 10,
    },
  },
  roster: {
    enabled: env('ROSTER') !== 'off',
    // Absolute: Strapi tries a relative path from inside its own package first.
    resolve: path.resolve(__dirname, '../..'),
    config: roster,
  },
});
