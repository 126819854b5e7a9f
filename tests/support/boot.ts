import type { AddressInfo } from 'node:net';
import path from 'node:path';

import type { Core } from '@strapi/strapi';

import { noteStorages } from './async-storages';
import { overridePlugins, overrideSettings, type ConfigOverride } from './config-override';
import { outer } from './outer';
import { PLAYGROUND, ROOT } from './paths';
import { hashQuickly } from './quick-passwords';
import { noteListeners, stopStrapi } from './stop';

export interface BootOptions {
  env: Record<string, string>;
  configOverride?: ConfigOverride;
  /** Between the plugins' register and the database: types can still be changed. */
  onRegistered?: (strapi: Core.Strapi) => void;
  /** Between the database and the plugins' bootstrap: to break what a plugin relies on. */
  onDatabaseReady?: (strapi: Core.Strapi) => void;
  /** Serves the built panel too. */
  panel?: boolean;
}

export interface Booted {
  strapi: Core.Strapi;
  url: string;
  stop(): Promise<void>;
}

type StrapiModule = typeof import('@strapi/strapi');

/** What suites need and a site must not have. */
const TEST_ENV = { NODE_ENV: 'test', RATE_LIMIT: 'off', STRAPI_TELEMETRY_DISABLED: 'true', DATABASE_SYNC: 'off' };

const setEnv = (wanted: Record<string, string>): (() => void) => {
  const { env } = outer.process;
  const before = Object.keys(wanted).map((name) => [name, env[name]] as const);
  Object.assign(env, wanted);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete env[name];
      else env[name] = value;
    }
  };
};

/**
 * Strapi, its plugins, the playground and ours keep state in their modules (the admin's routes, for
 * one), and a site never boots twice in a process. So all of them are read anew; the rest stays warm.
 */
const forgetModules = () => {
  const cache = outer.moduleCache;
  const stale = (file: string) =>
    file.includes(`${path.sep}@strapi${path.sep}`) ||
    file.startsWith(path.join(ROOT, 'dist')) ||
    (file.startsWith(PLAYGROUND) && !file.includes('node_modules'));
  for (const file of Object.keys(cache)) if (stale(file)) delete cache[file];
  // Parents list their children: without this nothing of the old copies could be collected.
  for (const module of Object.values(cache)) {
    if (module) module.children = module.children.filter(({ id }) => id in cache);
  }
};

const start = async (strapi: Core.Strapi) => {
  await strapi.load();
  strapi.server.mount();
  const { httpServer } = strapi.server;
  await new Promise<void>((resolve) => {
    httpServer.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`;
};

interface Hooked {
  register(): Promise<unknown>;
  hook(name: string): { register(run: () => void): void };
}

const afterRegister = (strapi: unknown, run: (hooked: Hooked) => void): void => {
  const hooked = strapi as Hooked;
  const register = hooked.register.bind(strapi);
  hooked.register = async () => {
    const registered = await register();
    run(hooked);
    return registered;
  };
};

/** Boots the playground with the built plugin, in this process and on a free port. One at a time. */
export const boot = async ({ env, configOverride = {}, onRegistered, onDatabaseReady, panel = false }: BootOptions): Promise<Booted> => {
  if (outer.global.strapi) throw new Error('There can be one Strapi in a process: close the open site first.');
  const restoreEnv = setEnv({ ...TEST_ENV, ...env });
  const removeListeners = noteListeners();
  const endStorages = noteStorages();
  forgetModules();
  hashQuickly();
  overridePlugins(configOverride);

  const { createStrapi } = outer.require('@strapi/strapi') as StrapiModule;
  const strapi = createStrapi({ appDir: PLAYGROUND, distDir: PLAYGROUND, autoReload: false, serveAdminPanel: panel });
  strapi.log.level = process.env.ROSTER_TEST_LOG ?? 'error';
  overrideSettings(strapi, configOverride);
  if (onRegistered) afterRegister(strapi, () => onRegistered(strapi));
  // The host's hook after its tables are in step; it exists from register on.
  if (onDatabaseReady) afterRegister(strapi, (hooked) => hooked.hook('strapi::content-types.afterSync').register(() => onDatabaseReady(strapi)));

  const stop = async () => {
    try {
      await stopStrapi(strapi);
    } finally {
      removeListeners();
      endStorages();
      restoreEnv();
    }
  };
  try {
    return { strapi, url: await start(strapi), stop };
  } catch (error) {
    // Half a Strapi may not be able to stop; the reason why it didn't start is what counts.
    await stop().catch(() => undefined);
    delete outer.global.strapi;
    throw error;
  }
};
