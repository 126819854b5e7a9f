import { table } from '../support/roster';
import { openSite, type Site } from '../support/site';

interface Route {
  readonly method: string;
  readonly path: string;
  readonly info: { readonly type: string };
  readonly config: { readonly auth?: unknown; readonly policies?: readonly (string | { readonly name: string; readonly config?: { readonly actions?: readonly string[] } })[] };
}

interface Router {
  readonly routes: readonly Route[];
}

const PARAMS: Readonly<Record<string, string>> = { type: 'api::customer.customer', documentId: 'abcdefghijklmnopqrstuvwx', member: 'abcdefghijklmnopqrstuvwx' };

describe('every route of the plugin', () => {
  let site: Site;
  let routes: Record<string, Router>;
  let granted: readonly string[];

  beforeAll(async () => {
    site = await openSite({ customers: 20 });
    ({ routes } = site.strapi.plugin('roster') as unknown as { routes: Record<string, Router> });
    const permissions = (await site.strapi.db.query('admin::permission').findMany({ where: { action: { $startsWith: 'plugin::roster.' } } })) as { action: string }[];
    granted = permissions.map(({ action }) => action);
  });
  afterAll(() => site.close());

  const all = (type: string) => routes[type]?.routes ?? [];
  const pathOf = ({ path }: Route, prefix: string) => `${prefix}${path}`.replace(/:(\w+)/g, (_, name: string) => PARAMS[name] ?? 'x');
  const ask = async (agent: Awaited<ReturnType<Site['as']>>, route: Route, prefix: string) => agent[route.method.toLowerCase() as 'get'](pathOf(route, prefix)).send({ data: {} });

  /** Whoever has the link of an invitation is nobody yet: these ask for the link's secret instead; so does a link to a new address. */
  const PUBLIC = ['POST /invitations/preview', 'POST /invitations/accept', 'POST /email/preview', 'POST /email/confirm'];
  /** Ways in that are closed unless somebody opens them: whoever asks is told that, and nothing else. */
  const CLOSED = ['POST /ways-in/join', 'POST /ways-in/links', 'POST /ways-in/links/preview', 'POST /ways-in/links/use'];
  const SECRETS = ['POST /ways-in/join/preview', 'POST /ways-in/join/accept'];
  const OPEN = ['GET /ways-in/open'];
  const isPublic = ({ method, path }: Route) => [...PUBLIC, ...CLOSED, ...SECRETS, ...OPEN].includes(`${method} ${path}`);
  const closed = (type: string) => all(type).filter((route) => !isPublic(route));

  it('is public in few cases, at both doors, and then opens nothing without a secret', async () => {
    for (const [type, prefix] of [['admin', '/roster'], ['content-api', '/api/roster']] as const) {
      const open = all(type).filter(({ config }) => config.auth === false);
      const nameOf = ({ method, path }: Route) => `${method} ${path}`;
      expect(open.map(nameOf).sort()).toEqual([...PUBLIC, ...CLOSED, ...SECRETS, ...OPEN].sort());
      for (const route of open.filter((candidate) => CLOSED.includes(nameOf(candidate)))) {
        const { status, body } = await site.http.post(pathOf(route, prefix)).send({ data: route.path.endsWith('join') || route.path.endsWith('links') ? { email: 'ana@roster.test' } : { token: 'x'.repeat(43) } });
        expect([status, body.error.details.code]).toEqual([403, 'WAY_CLOSED']);
      }
      for (const route of open.filter((candidate) => [...PUBLIC, ...SECRETS].includes(nameOf(candidate)))) {
        expect((await ask(site.http, route, prefix)).status).toBe(400);
        const { status, body } = await site.http.post(pathOf(route, prefix)).send({ data: { token: 'x'.repeat(43), ...(route.path.endsWith('accept') && { name: 'X', timezone: 'UTC', language: 'en', password: 'Abcdefg1' }) } });
        expect([status, body.error.details.code]).toEqual([404, 'LINK_INVALID']);
      }
    }
  });

  it('is there, at both doors', () => {
    expect(all('admin').length).toBeGreaterThan(20);
    expect(all('content-api').length).toBeGreaterThan(10);
    expect(Object.keys(routes).sort()).toEqual(['admin', 'content-api']);
  });

  it('of the panel asks for a signed-in user and for a right that the host knows', () => {
    for (const route of closed('admin')) {
      const { policies = [] } = route.config;
      const [signedIn, permission] = policies;
      const actions = typeof permission === 'object' ? (permission.config?.actions ?? []) : [];
      expect([`${route.method} ${route.path}`, signedIn, typeof permission === 'object' && permission.name, actions.length]).toEqual([`${route.method} ${route.path}`, 'admin::isAuthenticatedAdmin', 'admin::hasPermissions', 1]);
      expect(granted).toContain(actions[0]);
    }
  });

  it('of the panel refuses whoever is not signed in, and whoever has no such right', async () => {
    const nina = await site.asAdmin('nina@roster.test');
    const before = await table(site.strapi, 'audit-entry').count({ where: { action: { $ne: 'permission.denied' } } as never });
    for (const route of closed('admin')) {
      const name = `${route.method} ${route.path}`;
      expect([name, (await ask(site.http, route, '/roster')).status]).toEqual([name, 401]);
      const { status, body } = await ask(nina, route, '/roster');
      expect([name, status, body.data]).toEqual([name, 403, null]);
    }
    expect(await table(site.strapi, 'audit-entry').count({ where: { action: { $ne: 'permission.denied' } } as never })).toBe(before);
  });

  it('of the API is for members: nobody and strangers are refused', async () => {
    const nina = await site.as('nina@roster.test');
    for (const route of closed('content-api')) {
      const name = `${route.method} ${route.path}`;
      expect([name, route.config.auth]).not.toEqual([name, false]);
      expect([name, [401, 403].includes((await ask(site.http, route, '/api/roster')).status)]).toEqual([name, true]);
      const { status, body } = await ask(nina, route, '/api/roster');
      expect([name, status, body.data]).toEqual([name, 403, null]);
    }
  });

  it('of the two doors mirrors the other, save what only a panel has', () => {
    const names = (type: string) => all(type).map(({ method, path }) => `${method} ${path}`);
    const panel = names('admin');
    expect(names('content-api').filter((name) => !panel.includes(name))).toEqual([]);
  });
});
