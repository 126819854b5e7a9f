import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { onCleanup } from '../support/cleanup.mjs';
import { requireOfSite } from '../support/paths.mjs';

/** The host's driver, used as the host uses it: every statement is prepared anew. */
const connect = (file) => {
  const Database = requireOfSite('better-sqlite3');
  const db = new Database(file);
  return {
    all: async (sql, values = []) => db.prepare(sql).all(...values),
    run: async (sql) => void db.exec(sql),
    async insert(table, columns, rows) {
      const names = columns.map((name) => `"${name}"`).join(', ');
      const statement = db.prepare(`INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`);
      db.transaction(() => {
        for (const row of rows) statement.run(...row);
      })();
    },
    /** A moment as the host stores it. */
    moment: (date) => date.getTime(),
    json: (value) => JSON.stringify(value),
    /** Nothing: the host never asks SQLite to analyse, so a real site has no statistics. */
    settle: async () => undefined,
    close: async () => void db.close(),
  };
};

/** Databases in files of a temporary folder. */
export const startSqlite = async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'roster-bench-'));
  onCleanup(() => fs.rmSync(folder, { recursive: true, force: true }));
  return {
    name: 'sqlite',
    /** It runs inside of node: its time is node's. */
    cpu: () => 0,
    create: async (name) => {
      const file = path.join(folder, `${name}.db`);
      return { env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: file }, connect: async () => connect(file) };
    },
  };
};
