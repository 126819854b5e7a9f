import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { onCleanup } from '../support/cleanup.mjs';
import { VARIANTS } from './variants.mjs';

const CHILD = fileURLToPath(new URL('child.mjs', import.meta.url));

const SITE_ENV = {
  NODE_ENV: 'production',
  SEED: 'none',
  RATE_LIMIT: 'off',
  LOG_LEVEL: 'error',
  STARTUP_BANNER: 'false',
  STRAPI_TELEMETRY_DISABLED: 'true',
};

const ended = (child) => (child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((resolve) => child.once('exit', resolve)));

/** Sends commands to the child, and gives each answer to whoever asked. */
const talkTo = (child) => {
  const waiting = new Map();
  let lastId = 0;
  child.on('message', ({ id, result, error }) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked?.reject(new Error(error));
    else asked?.resolve(result);
  });
  child.once('exit', (code, signal) => {
    for (const { reject } of waiting.values()) reject(new Error(`The site ended (${signal ?? code})`));
  });
  return (command, argument) =>
    new Promise((resolve, reject) => {
      waiting.set((lastId += 1), { resolve, reject });
      child.send({ id: lastId, command, argument });
    });
};

/** Boots a variant of the site in a process of its own. */
export const startSite = async (name, database, { profile } = {}) => {
  const execArgv = ['--expose-gc', ...(profile ? ['--cpu-prof', '--cpu-prof-dir', profile, '--cpu-prof-name', `${name}-${Date.now()}.cpuprofile`] : [])];
  const child = fork(CHILD, [name], {
    execArgv,
    env: { ...process.env, ...SITE_ENV, ...database.env, ROSTER: VARIANTS[name].roster ? 'on' : 'off' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => said.push(data));
  const stop = async () => {
    if (child.connected) child.disconnect();
    await ended(child);
  };
  onCleanup(stop);
  const { port, bootMs } = await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The site "${name}" did not boot (${code}):\n${Buffer.concat(said)}`)));
    child.on('message', ({ ready }) => ready && resolve(ready));
  });
  return { name, port, bootMs, pid: child.pid, ask: talkTo(child), stop };
};
