import { spawn } from 'node:child_process';
import path from 'node:path';

import { ROOT, inRoot } from './root.mjs';

const binFirst = () => [inRoot('node_modules', '.bin'), process.env.PATH].join(path.delimiter);

/** Runs a command with this terminal's output and answers its exit code. Tools of node_modules are found by name. */
export const run = (command, args = [], { cwd = ROOT, env = {} } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      stdio: 'inherit',
      env: { ...process.env, PATH: binFirst(), ...env },
      // npm and the tools of node_modules are .cmd files on Windows.
      shell: process.platform === 'win32',
    });
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ? 1 : code));
  });

/** The same for steps that nothing can go on without. */
export const must = async (command, args, options) => {
  const code = await run(command, args, options);
  if (code !== 0) throw new Error(`"${[command, ...args].join(' ')}" ended with exit code ${code}`);
};
