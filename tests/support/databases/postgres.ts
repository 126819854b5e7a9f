import { outer } from '../outer';
import { buildOn, type Engine } from './engine';

export interface ServerAddress {
  host: string;
  port: number;
  user: string;
  password: string;
}

interface Client {
  connect(): Promise<void>;
  query(sql: string, values?: unknown[]): Promise<{ rowCount: number }>;
  end(): Promise<void>;
}

/** Global setup starts the cluster and leaves its address in the environment that the workers inherit. */
const address = () => JSON.parse(process.env.ROSTER_TEST_POSTGRES ?? 'null') as ServerAddress;

const query = async (sql: string, values: unknown[] = []) => {
  const { Client } = outer.require('pg') as { Client: new (options: object) => Client };
  const client = new Client({ ...address(), database: 'postgres' });
  await client.connect();
  try {
    return await client.query(sql, values);
  } finally {
    await client.end();
  }
};

const run = async (sql: string) => {
  await query(sql);
};

export const postgres: Engine = {
  env(name) {
    const { host, port, user, password } = address();
    return {
      DATABASE_CLIENT: 'postgres',
      DATABASE_HOST: host,
      DATABASE_PORT: String(port),
      DATABASE_NAME: name,
      DATABASE_USERNAME: user,
      DATABASE_PASSWORD: password,
    };
  },

  has: async (name) => (await query('SELECT 1 FROM pg_database WHERE datname = $1', [name])).rowCount > 0,

  build: (name, fill) => buildOn(postgres, () => run(`CREATE DATABASE "${name}"`), name, fill),

  copy: (template, name) => run(`CREATE DATABASE "${name}" TEMPLATE "${template}"`),

  // FORCE: a suite that left a connection open must not keep its database alive.
  drop: (name) => run(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
};
