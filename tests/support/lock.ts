import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { TMP } from './paths';

export const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const take = (file: string): boolean => {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
};

/** A killed worker can't give its lock back. */
const dropIfStale = (file: string) => {
  try {
    const pid = Number(fs.readFileSync(file, 'utf8'));
    if (pid > 0 && !isAlive(pid)) fs.rmSync(file, { force: true });
  } catch {
    // Given back meanwhile.
  }
};

/** Lets one worker at a time do what all of them need: the others wait and find it done. */
export const withLock = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const file = path.join(TMP, 'locks', name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  while (!take(file)) {
    dropIfStale(file);
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
};
