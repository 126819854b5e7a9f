'use strict';

// Demo secrets: fixed, so that a session outlives a restart. A real site takes all of them from its environment.
module.exports = ({ env }) => ({
  auth: {
    secret: env('ADMIN_JWT_SECRET', 'demo-admin-jwt-secret'),
  },
  apiToken: {
    salt: env('API_TOKEN_SALT', 'demo-api-token-salt'),
  },
  transfer: {
    token: { salt: env('TRANSFER_TOKEN_SALT', 'demo-transfer-token-salt') },
  },
  secrets: {
    encryptionKey: env('ENCRYPTION_KEY', '0123456789abcdef0123456789abcdef'),
  },
  // RATE_LIMIT=off lets a test suite sign in as often as it likes.
  rateLimit: { enabled: env('RATE_LIMIT') !== 'off' },
  flags: { nps: false, promoteEE: false },
});
