import type { Engine } from './engine';
import { mysql } from './mysql';
import { postgres } from './postgres';
import { sqlite } from './sqlite';
import type { DbName } from './names';

export const engines: Record<DbName, Engine> = { sqlite, postgres, mysql };
