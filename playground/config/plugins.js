'use strict';

const path = require('path');
const roster = require('./roster');

// RATE_LIMIT=off lets a test suite try as often as it likes.
const often = { attempts: 1_000_000, minutes: 1 };
const unlimited = { account: often, address: often, global: often };
const limits = { signIn: unlimited, password: unlimited, mail: unlimited, link: unlimited, registration: unlimited };

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
    config: { ...(env('ROSTER') !== 'new' && roster), ...(env('RATE_LIMIT') === 'off' && { limits }) },
  },
});
