import request from 'supertest';
import { PASSWORD } from './people';
import { table } from './roster';
import type { Site } from './site';

export interface SessionInfo {
  readonly id: string;
  readonly door: string;
  readonly device: string | null;
  readonly address: string | null;
  readonly startedAt: string;
  readonly seenAt: string;
  readonly isCurrent: boolean;
}

interface Entry {
  readonly actor: string | null;
  readonly targetId: string;
  readonly body: string;
}

interface Jwt {
  issue(payload: object): string;
}

interface User {
  readonly id: number;
  readonly documentId: string;
}

const CHROME = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36';

export const email = (key: string): string => `${key}@roster.test`;

/** Signing in at both doors, over and over, and asking with what one gets. */
export const sessionsAt = (site: () => Site) => {
  const bearer = (token: string) => request.agent(site().url).auth(token, { type: 'bearer' });
  const login = (key: string, password = PASSWORD) => request(site().url).post('/api/auth/local').set('User-Agent', CHROME).send({ identifier: email(key), password });
  const panelLogin = (key: string, password = PASSWORD) => request(site().url).post('/admin/login').set('User-Agent', CHROME).send({ email: email(key), password });

  const given = async (answer: PromiseLike<request.Response>, tokenOf: (body: { jwt?: string; data?: { token?: string } }) => string | undefined): Promise<string> => {
    const { status, body } = await answer;
    const token = tokenOf(body as never);
    if (status !== 200 || token === undefined) throw new Error(`${status} ${JSON.stringify(body)}`);
    return token;
  };

  const userOf = async (uid: 'admin::user' | 'plugin::users-permissions.user', key: string) => (await site().strapi.db.query(uid).findOne({ where: { email: email(key) } })) as User;

  return {
    bearer,
    login,
    panelLogin,
    token: (key: string, password = PASSWORD) => given(login(key, password), ({ jwt }) => jwt),
    panelToken: (key: string, password = PASSWORD) => given(panelLogin(key, password), ({ data }) => data?.token),
    /** A token as code of the site makes one. */
    issued: (payload: object) => (site().strapi.plugin('users-permissions').service('jwt') as Jwt).issue(payload),
    /** What a token of the API still gets. */
    async asked(jwt: string): Promise<[number, string | undefined]> {
      const { status, body } = await bearer(jwt).get('/api/roster/me');
      return [status, body.error?.details?.code as string | undefined];
    },
    /** What a token of the panel still gets. */
    inPanel: async (jwt: string) => (await bearer(jwt).get('/roster/me')).status,
    mine: async (jwt: string, base = '/api/roster') => (await bearer(jwt).get(`${base}/me/sessions`).expect(200)).body.data as SessionInfo[],
    apiUser: (key: string) => userOf('plugin::users-permissions.user', key),
    panelUser: (key: string) => userOf('admin::user', key),
    told: async (action: string) => (await table(site().strapi, 'audit-entry').findMany({ where: { action } as never, orderBy: { id: 'asc' } as never })) as unknown as Entry[],
  };
};
