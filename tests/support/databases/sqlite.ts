import fs from 'node:fs';
import path from 'node:path';

import { TMP } from '../paths';
import { isOfRun, isOurLitter } from '../run-id';
import type { Engine } from './engine';

const FOLDER = path.join(TMP, 'sqlite');

const fileOf = (name: string) => path.join(FOLDER, `${name}.db`);

const envOf = (name: string) => ({ DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: fileOf(name) });

/** SQLite keeps its journal in files beside the database. */
const remove = (name: string) => {
  for (const end of ['', '-wal', '-shm', '-journal']) fs.rmSync(fileOf(name) + end, { force: true });
};

export const sqlite: Engine = {
  env: envOf,

  has: (name) => Promise.resolve(fs.existsSync(fileOf(name))),

  // Templates outlive the run. One that was cut short must not pass for a whole one: it gets its name last.
  async build(name, fill) {
    const draft = `${name}-draft`;
    fs.mkdirSync(FOLDER, { recursive: true });
    remove(draft);
    await fill(envOf(draft));
    fs.renameSync(fileOf(draft), fileOf(name));
  },

  copy(template, name) {
    remove(name);
    fs.copyFileSync(fileOf(template), fileOf(name));
    return Promise.resolve();
  },

  drop(name) {
    remove(name);
    return Promise.resolve();
  },
};

/** Removes templates of older builds, and copies that nobody uses any more. */
export const sweepSqlite = (fixture: string): void => {
  if (!fs.existsSync(FOLDER)) return;
  for (const file of fs.readdirSync(FOLDER)) {
    const isLitter = isOfRun(file) ? isOurLitter(file) : !file.startsWith(`roster_x${fixture}_`);
    if (isLitter) fs.rmSync(path.join(FOLDER, file), { force: true });
  }
};
