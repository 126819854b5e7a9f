import { startPostgres } from './postgres.mjs';
import { startSqlite } from './sqlite.mjs';

export const engines = { sqlite: startSqlite, postgres: startPostgres };
