import type { Core } from '@strapi/strapi';
import request from 'supertest';
import type TestAgent from 'supertest/lib/agent';

import { boot, type BootOptions } from './boot';
import type { ConfigOverride } from './config-override';
import { chosenDbs, type DbName } from './databases/names';
import { openFixture } from './fixture';
import { outer } from './outer';

export interface SiteOptions {
  db?: DbName;
  /** Fill the site with the playground's world; default true. */
  seed?: boolean;
  customers?: number;
  seedEnv?: Record<string, string>;
  env?: Record<string, string>;
  configOverride?: ConfigOverride;
  panel?: boolean;
  onRegistered?: BootOptions['onRegistered'];
  onDatabaseReady?: BootOptions['onDatabaseReady'];
}

export interface Site {
  strapi: Core.Strapi;
  url: string;
  /** Speaks as nobody. */
  http: TestAgent;
  /** Speaks as a user of the content API, signed in once. */
  as(email: string): Promise<TestAgent>;
  /** Speaks as an administrator of the panel, signed in once. */
  asAdmin(email: string): Promise<TestAgent>;
  /** Speaks with an API token, or any other bearer token. */
  withToken(token: string): TestAgent;
  /** The variables by which another process finds the same database. */
  env: Readonly<Record<string, string>>;
  /** The next boot of the same site on the same database, after what happens to it `meanwhile`. This one is stopped; close the next one. */
  reopen(options?: Pick<SiteOptions, 'env' | 'configOverride'>, meanwhile?: () => Promise<void>): Promise<Site>;
  close(): Promise<void>;
}

/** The playground's seeded people all have this one. */
const password = () => (outer.require('./src/seed/people') as { PASSWORD: string }).PASSWORD;

const signIn = async (http: TestAgent, path: string, body: object, tokenOf: (answer: unknown) => string | undefined) => {
  const answer = await http.post(path).send(body);
  const token = tokenOf(answer.body);
  if (answer.status !== 200 || !token) throw new Error(`POST ${path} ${JSON.stringify(body)}: ${answer.status} ${answer.text}`);
  return token;
};

/** One sign-in per person: the answer is kept as a promise, so that parallel callers share it too. */
const once = <T>(make: (key: string) => Promise<T>) => {
  const made = new Map<string, Promise<T>>();
  return (key: string): Promise<T> => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
};

const agentsOf = (url: string) => {
  const http = request.agent(url);
  const bearer = (token: string) => request.agent(url).auth(token, { type: 'bearer' });
  return {
    http,
    withToken: bearer,
    as: once(async (identifier) => {
      const body = { identifier, password: password() };
      return bearer(await signIn(http, '/api/auth/local', body, (answer) => (answer as { jwt?: string }).jwt));
    }),
    asAdmin: once(async (email) => {
      const body = { email, password: password() };
      // A fresh agent: the refresh cookie of one administrator must not travel with the next one's requests.
      const tokenOf = (answer: unknown) => (answer as { data?: { token?: string } }).data?.token;
      return bearer(await signIn(request.agent(url), '/admin/login', body, tokenOf));
    }),
  };
};

type Fixture = Awaited<ReturnType<typeof openFixture>>;

const openOn = async (fixture: Fixture, { env = {}, configOverride, onRegistered, onDatabaseReady, panel }: SiteOptions): Promise<Site> => {
  const bootOptions = { env: { ...fixture.env, ...env }, ...(configOverride && { configOverride }), ...(onRegistered && { onRegistered }), ...(onDatabaseReady && { onDatabaseReady }), ...(panel && { panel }) };
  const { strapi, url, stop } = await boot(bootOptions);
  return {
    strapi,
    url,
    env: bootOptions.env,
    ...agentsOf(url),
    async reopen(options = {}, meanwhile = async () => undefined) {
      await stop();
      await meanwhile();
      return openOn(fixture, { ...(panel && { panel }), ...options });
    },
    async close() {
      await stop();
      await fixture.drop();
    },
  };
};

/** A running playground with a database of its own. Close it before opening the next one. */
export const openSite = async (options: SiteOptions = {}): Promise<Site> => {
  const { db = chosenDbs()[0] ?? 'sqlite', seed = true, customers = 60, seedEnv = {} } = options;
  const fixture = await openFixture(db, { seed, customers, seedEnv });
  return openOn(fixture, options).catch(async (error: unknown) => {
    await fixture.drop();
    throw error;
  });
};

/** The same suite on every database of this run; its name says which. */
export const describeOnEachDb = (name: string, suite: (db: DbName) => void): void => {
  describe.each(chosenDbs())(`${name} (%s)`, suite);
};
