import { fork } from 'node:child_process';
import path from 'node:path';

import { PLAYGROUND, ROOT } from './paths';

interface Message {
  readonly up?: true;
  readonly created?: readonly string[];
  readonly error?: string;
}

/** One more node of a site, in a process of its own. */
export interface SiteNode {
  /** Creates documents, all at once. */
  create(uid: string, list: readonly object[]): Promise<readonly string[]>;
  /** Tries something so many times at once. How many were let through. */
  take(name: string, account: string, times: number): Promise<number>;
  stop(): Promise<void>;
}

/** Boots one more node of a site; rejects with why it is not up. */
export const openNode = async (env: Readonly<Record<string, string>>): Promise<SiteNode> => {
  const child = fork(path.join(ROOT, 'tests', 'support', 'node.cjs'), [PLAYGROUND], {
    env: { ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'error', STRAPI_TELEMETRY_DISABLED: 'true', DATABASE_SYNC: 'off', ...env },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const next = () =>
    new Promise<Message>((resolve, reject) => {
      child.once('message', (message: Message) => (message.error === undefined ? resolve(message) : reject(new Error(message.error))));
      child.once('error', reject);
    });
  const ended = new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`The node ended with exit code ${code}.`))));
  });
  await Promise.race([next(), ended]);
  return {
    async create(uid, list) {
      const answer = next();
      child.send({ uid, list: [...list] });
      return (await answer).created ?? [];
    },
    async take(name, account, times) {
      const answer = next();
      child.send({ name, account, times });
      return Number((await answer).created?.[0]);
    },
    stop() {
      child.send('stop');
      return ended;
    },
  };
};

/** Boots one more node of a site, and stops it again. */
export const bootNode = async (env: Readonly<Record<string, string>>): Promise<void> => (await openNode(env)).stop();
