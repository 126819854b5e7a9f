import { fork } from 'node:child_process';
import path from 'node:path';

import { PLAYGROUND, ROOT } from './paths';

interface Message {
  readonly up?: true;
  readonly error?: string;
}

/** Boots one more node of a site in its own process; resolves when it is up and stopped again, rejects with why it is not. */
export const bootNode = (env: Record<string, string>): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = fork(path.join(ROOT, 'tests', 'support', 'node.cjs'), [PLAYGROUND], {
      env: { ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'error', STRAPI_TELEMETRY_DISABLED: 'true', ...env },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.on('message', (message: Message) => {
      if (message.error) reject(new Error(message.error));
      else child.send('stop');
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`The node ended with exit code ${code}.`))));
  });
