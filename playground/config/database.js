'use strict';

const path = require('path');

/** For data that need not survive a power cut. What a killed process has begun is still rolled back. */
const withoutSync = (connection, done) => {
  connection.pragma('synchronous = OFF');
  connection.pragma('journal_mode = TRUNCATE');
  done(null, connection);
};

const sqlite = (env) => ({
  client: 'sqlite',
  connection: {
    filename: path.resolve(__dirname, '..', env('DATABASE_FILENAME', '.tmp/data.db')),
  },
  useNullAsDefault: true,
  ...(env('DATABASE_SYNC', 'on') === 'off' && { pool: { afterCreate: withoutSync } }),
});

const server = (env, client, port) => ({
  client,
  connection: {
    host: env('DATABASE_HOST', '127.0.0.1'),
    port: env.int('DATABASE_PORT', port),
    database: env('DATABASE_NAME', 'roster'),
    user: env('DATABASE_USERNAME', 'roster'),
    password: env('DATABASE_PASSWORD', 'roster'),
  },
  pool: { min: 0, max: env.int('DATABASE_POOL_MAX', 10) },
});

const postgres = (env) => {
  const settings = server(env, 'postgres', 5432);
  settings.connection.schema = env('DATABASE_SCHEMA', 'public');
  return settings;
};

const clients = {
  sqlite,
  postgres,
  mysql: (env) => server(env, 'mysql', 3306),
};

module.exports = ({ env }) => {
  const client = env('DATABASE_CLIENT', 'sqlite');
  if (!clients[client]) {
    throw new Error(`DATABASE_CLIENT is "${client}"; it must be one of: ${Object.keys(clients).join(', ')}`);
  }
  return { connection: clients[client](env) };
};
