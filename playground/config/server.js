'use strict';

module.exports = ({ env }) => ({
  // 127.0.0.1: the demo ships known passwords, so it must not be reachable from the network by default.
  host: env('HOST', '127.0.0.1'),
  port: env.int('PORT', 1337),
  url: env('PUBLIC_URL', ''),
  app: {
    keys: env.array('APP_KEYS', ['demo-key-one', 'demo-key-two']),
  },
  logger: {
    config: { level: env('LOG_LEVEL', 'http') },
    updates: { enabled: false },
    startup: { enabled: env.bool('STARTUP_BANNER', true) },
  },
  mcp: { enabled: env.bool('MCP', false) },
  transfer: { remote: { enabled: false } },
});
