import { spawn } from 'node:child_process';
import path from 'node:path';

import { PLAYGROUND, ROOT } from './paths';

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

interface Where {
  /** The folder in which it is run; the playground, where nothing else is said. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const runScript = (script: string, args: readonly string[], { cwd = PLAYGROUND, env = {} }: Where): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(ROOT, 'bin', script), ...args], {
      cwd,
      env: { ...process.env, NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true', NODE_OPTIONS: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });

/** Runs a command of the plugin in a folder, as a person would. */
export const runBin = (args: readonly string[], where: Where = {}): Promise<Ended> => runScript('roster.mjs', args, where);

/** Runs the script that checks proofs, far from any site. */
export const checkProof = (args: readonly string[]): Promise<Ended> => runScript('check-proof.mjs', args, { cwd: '/' });
