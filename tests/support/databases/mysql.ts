import { outer } from '../outer';
import { isOurLitter } from '../run-id';
import { buildOn, type Engine } from './engine';

interface Connection {
  query(sql: string, values?: unknown[]): Promise<[Record<string, string>[], unknown]>;
  end(): Promise<void>;
}

const ADDRESS = { host: '127.0.0.1', port: 3306, user: 'root', password: '' };

const connected = async <T>(work: (connection: Connection) => Promise<T>): Promise<T> => {
  const { createConnection } = outer.require('mysql2/promise') as {
    createConnection(options: object): Promise<Connection>;
  };
  const connection = await createConnection(ADDRESS);
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
};

const run = (sql: string) =>
  connected(async (connection) => {
    await connection.query(sql);
  });

/** MySQL can't copy a database: each table is made anew from its own statement, foreign keys and all. */
const copyTables = async (connection: Connection, template: string, name: string) => {
  await connection.query(`USE \`${name}\``);
  await connection.query('SET foreign_key_checks = 0, unique_checks = 0');
  const [tables] = await connection.query('SELECT table_name AS t FROM information_schema.tables WHERE table_schema = ?', [
    template,
  ]);
  for (const { t } of tables) {
    const [[shown]] = await connection.query(`SHOW CREATE TABLE \`${template}\`.\`${t}\``);
    await connection.query(shown?.['Create Table'] ?? '');
    await connection.query(`INSERT INTO \`${t}\` SELECT * FROM \`${template}\`.\`${t}\``);
  }
};

export const mysql: Engine = {
  env: (name) => ({
    DATABASE_CLIENT: 'mysql',
    DATABASE_HOST: ADDRESS.host,
    DATABASE_PORT: String(ADDRESS.port),
    DATABASE_NAME: name,
    DATABASE_USERNAME: ADDRESS.user,
    DATABASE_PASSWORD: ADDRESS.password,
  }),

  has: (name) =>
    connected(async (connection) => {
      const [rows] = await connection.query('SHOW DATABASES LIKE ?', [name.replaceAll('_', '\\_')]);
      return rows.length > 0;
    }),

  build: (name, fill) => buildOn(mysql, () => run(`CREATE DATABASE \`${name}\``), name, fill),

  copy: (template, name) =>
    connected(async (connection) => {
      await connection.query(`CREATE DATABASE \`${name}\``);
      await copyTables(connection, template, name);
    }),

  drop: (name) => run(`DROP DATABASE IF EXISTS \`${name}\``),
};

/**
 * Whether each commit waits for the disk: no test outlives a power cut. The server outlives the run, and is left as it
 * is by default.
 */
export const waitForDisk = (doesWait: boolean): Promise<void> => run(`SET GLOBAL innodb_flush_log_at_trx_commit = ${doesWait ? 1 : 0}`);

/** The server outlives the run: removes what this run made, and what killed ones left. */
export const sweepMysql = async (): Promise<void> => {
  const names = await connected(async (connection) => {
    const [rows] = await connection.query('SELECT schema_name AS s FROM information_schema.schemata');
    return rows.map(({ s }) => s ?? '');
  });
  for (const name of names.filter(isOurLitter)) await mysql.drop(name);
};
