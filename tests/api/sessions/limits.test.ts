import request from 'supertest';
import { openMailbox, type Mailbox } from '../../support/mailbox';
import { openNode } from '../../support/nodes';
import { PASSWORD } from '../../support/people';
import { table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { shiftTime } from '../../support/time';

const WRONG = 'a wrong password 1';
const MINUTE_MS = 60_000;

const of = (account: number, address: number, global = 1000) => ({ account: { attempts: account, minutes: 15 }, address: { attempts: address, minutes: 15 }, global: { attempts: global, minutes: 1 } });
const LIMITS = { signIn: of(5, 12), password: of(3, 50), mail: of(3, 8), link: { address: { attempts: 10, minutes: 1 }, account: { attempts: 10, minutes: 1 } }, registration: of(10, 4, 7) };

interface Limits {
  take(name: string, attempt: { account?: string; address?: string }): Promise<void>;
  succeeded(name: string, attempt: { account?: string; address?: string }): Promise<void>;
  cleaning: { removeEnded(): Promise<void> };
}

describeOnEachDb('limits', (db) => {
  let site: Site;
  let mailbox: Mailbox;
  let address = 0;

  beforeAll(async () => {
    site = await openSite({ db, customers: 6, configOverride: { 'plugin::roster': { limits: LIMITS } } });
    mailbox = openMailbox(site.strapi);
    // As behind a proxy that the site trusts: each test comes from an address of its own.
    (site.strapi.server.app as unknown as { proxy: boolean }).proxy = true;
  });
  afterAll(() => site.close());
  beforeEach(() => {
    address += 1;
  });
  afterEach(() => shiftTime(0));

  const limits = () => site.strapi.plugin('roster').service('limits') as Limits;
  const here = () => `198.51.100.${address}`;
  const post = (path: string, body: object, from = here()) => request(site.url).post(path).set('X-Forwarded-For', from).send(body);
  const signIn = (identifier: string, password: string, from?: string) => post('/api/auth/local', { identifier, password }, from);
  const panelSignIn = (email: string, password: string, from?: string) => post('/admin/login', { email, password }, from);
  const graphqlSignIn = (identifier: string, password: string, from?: string) => post('/graphql', { query: `mutation { login(input: { identifier: "${identifier}", password: "${password}" }) { jwt } }` }, from);
  const times = async <T>(count: number, run: (index: number) => PromiseLike<T>): Promise<T[]> => {
    const results: T[] = [];
    for (let index = 0; index < count; index += 1) results.push(await run(index));
    return results;
  };
  const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status);
  const passed = (results: readonly PromiseSettledResult<unknown>[]) => results.filter(({ status }) => status === 'fulfilled').length;

  it('of 50 attempts at once exactly as many pass as may, on a counter that is new, and on one whose time is over', async () => {
    const attempt = () => Promise.allSettled(Array.from({ length: 50 }, () => limits().take('link', { address: 'at once' })));
    expect(passed(await attempt())).toBe(10);
    expect(passed(await attempt())).toBe(0);
    shiftTime(2 * MINUTE_MS);
    expect(passed(await attempt())).toBe(10);
  });

  it('a refusal says for how long, and the time runs', async () => {
    await times(10, () => limits().take('link', { address: 'wait' }));
    await expect(limits().take('link', { address: 'wait' })).rejects.toMatchObject({ code: 'RATE_LIMITED', details: { retryAfter: expect.any(Number) } });
    shiftTime(50_000);
    await expect(limits().take('link', { address: 'wait' })).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    shiftTime(61_000);
    await expect(limits().take('link', { address: 'wait' })).resolves.toBeUndefined();
  });

  it('counters whose time is over are removed, the others stay', async () => {
    await limits().take('link', { address: 'old' });
    shiftTime(3 * 60 * MINUTE_MS);
    await limits().take('link', { address: 'young' });
    const before = await table(site.strapi, 'limit').count();
    await limits().cleaning.removeEnded();
    const rows = (await table(site.strapi, 'limit').findMany()) as unknown as { endsAt: string }[];
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThan(before);
    for (const { endsAt } of rows) expect(Number(endsAt)).toBeGreaterThan(Date.now() + 2 * 60 * MINUTE_MS - MINUTE_MS);
  });

  describe('at the doors', () => {
    it.each([
      ['api', 'carla@roster.test', signIn],
      ['panel', 'dora@roster.test', panelSignIn],
    ] as const)('of the %s, an account takes five wrong passwords from anywhere, at once or not; then 429, with the time to wait', async (_door, name, attempt) => {
      const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => attempt(name, WRONG, `203.0.113.${index}`)));
      expect(statuses(answers).sort()).toEqual([...Array<number>(5).fill(400), ...Array<number>(15).fill(429)]);
      const refused = await attempt(name, PASSWORD);
      expect([refused.status, refused.body.error.details.code, Number(refused.headers['retry-after']) > 0]).toEqual([429, 'RATE_LIMITED', true]);
      // It is a pause, and no lock.
      shiftTime(16 * MINUTE_MS);
      expect((await attempt(name, PASSWORD)).status).toBe(200);
    });

    it('GraphQL, the address and the name of an account count on the same counter', async () => {
      await times(2, () => signIn('chen@roster.test', WRONG));
      await times(2, () => signIn('CHEN@roster.test', WRONG));
      const { username } = (await site.strapi.db.query('plugin::users-permissions.user').findOne({ where: { email: 'chen@roster.test' } })) as { username: string };
      expect((await graphqlSignIn(username, WRONG)).body.errors[0].extensions.code).toBe('BAD_USER_INPUT');
      const { errors } = (await graphqlSignIn('chen@roster.test', PASSWORD)).body;
      expect(errors[0].extensions.error.details.code).toBe('RATE_LIMITED');
    });

    it('one address takes twelve wrong passwords, one for each name; what succeeds does not count', async () => {
      await times(4, () => signIn('cleo@roster.test', PASSWORD));
      expect(statuses(await times(13, (index) => signIn(`nobody.${index}@x.test`, WRONG)))).toEqual([...Array<number>(12).fill(400), 429]);
      expect((await panelSignIn('ghost@x.test', WRONG)).status).toBe(429);
      expect((await signIn('ghost@x.test', WRONG, '192.0.2.77')).status).toBe(400);
    });

    it.each([
      ['a step-up', '/me/step-up', 'post', { password: WRONG }],
      ['another password', '/me/password', 'put', { current: WRONG, password: 'Another one 2' }],
      ['another address', '/me/email', 'post', { email: 'elsewhere@x.test', password: WRONG }],
    ] as const)('a stolen session guesses the password of its owner three times, by %s', async (_way, path, method, data) => {
      for (const [base, key] of [['/api/roster', 'cora'], ['/roster', 'cyrus']] as const) {
        const { body } = await (base === '/roster' ? panelSignIn(`${key}@roster.test`, PASSWORD, '192.0.2.210') : signIn(`${key}@roster.test`, PASSWORD, '192.0.2.210'));
        const jwt = (base === '/roster' ? body.data.token : body.jwt) as string;
        await table(site.strapi, 'limit').deleteMany({});
        const guess = () => request(site.url)[method](`${base}${path}`).set('X-Forwarded-For', here()).auth(jwt, { type: 'bearer' }).send({ data });
        const answers = await times(5, guess);
        expect([base, ...answers.map(({ body: { error } }) => error.details.code as string)]).toEqual([base, ...Array<string>(3).fill(path === '/me/step-up' ? 'PASSWORD_WRONG' : 'WRONG_PASSWORD'), 'RATE_LIMITED', 'RATE_LIMITED']);
      }
    });

    it('IPv6 counts by its network, and IPv4 however it is written', async () => {
      await times(6, (index) => signIn(`six.${index}@x.test`, WRONG, `2001:db8:1:2::${index + 1}`));
      await times(6, (index) => signIn(`six.more.${index}@x.test`, WRONG, `2001:db8:1:2:ffff::${index + 1}`));
      expect((await signIn('six@x.test', WRONG, '2001:db8:1:2:9::9')).status).toBe(429);
      expect((await signIn('six@x.test', WRONG, '2001:db8:1:3::1')).status).toBe(400);
      await times(12, (index) => signIn(`four.${index}@x.test`, WRONG, '192.0.2.9'));
      expect((await signIn('four@x.test', WRONG, '::ffff:192.0.2.9')).status).toBe(429);
    });

    it('a header that no proxy is trusted for makes no new address', async () => {
      const { app } = site.strapi.server as unknown as { app: { proxy: boolean } };
      app.proxy = false;
      const answers = await times(13, (index) => signIn(`spoof.${index}@x.test`, WRONG, `192.0.2.${100 + index}`));
      app.proxy = true;
      expect(statuses(answers).at(-1)).toBe(429);
    });

    it('whom others hold back from elsewhere still signs in from where he has signed in before, and nobody guesses more there', async () => {
      const home = '192.0.2.200';
      expect((await panelSignIn('ana@roster.test', PASSWORD, home)).status).toBe(200);
      await Promise.all(Array.from({ length: 10 }, (_, index) => panelSignIn('ana@roster.test', WRONG, `203.0.113.${100 + index}`)));
      expect((await panelSignIn('ana@roster.test', PASSWORD, '203.0.113.99')).status).toBe(429);
      expect((await panelSignIn('ana@roster.test', PASSWORD, home)).status).toBe(200);
      await Promise.all(Array.from({ length: 10 }, (_, index) => panelSignIn('ana@roster.test', WRONG, `203.0.113.${120 + index}`)));
      expect(statuses(await times(6, () => panelSignIn('ana@roster.test', WRONG, home)))).toEqual([400, 400, 400, 400, 400, 429]);
    });

    it('an address is asked for three mails in a quarter of an hour, and gets no more, whoever asks', async () => {
      const forgot = (email: string, index: number) => post('/api/auth/forgot-password', { email }, `203.0.113.${150 + index}`);
      const before = mailbox.mails.length;
      expect(statuses(await Promise.all(Array.from({ length: 8 }, (_, index) => forgot('cora@roster.test', index)))).sort()).toEqual([200, 200, 200, 429, 429, 429, 429, 429]);
      expect(mailbox.mails.slice(before).map(({ to }) => to)).toEqual(Array(3).fill('cora@roster.test'));
      expect(statuses(await Promise.all(Array.from({ length: 5 }, (_, index) => post('/admin/forgot-password', { email: 'vera@roster.test' }, `203.0.113.${160 + index}`)))).sort()).toEqual([204, 204, 204, 429, 429]);
    });

    it.each([
      ['/api/auth/reset-password', { code: 'guess', password: 'Abcdefg1', passwordConfirmation: 'Abcdefg1' }],
      ['/admin/reset-password', { resetPasswordToken: 'guess', password: 'Abcdefg1' }],
      ['/admin/register', { registrationToken: 'guess', userInfo: { firstname: 'x', password: 'Abcdefg1' } }],
      ['/roster/invitations/preview', { data: { token: 'x'.repeat(43) } }],
      ['/roster/email/preview', { data: { token: 'x'.repeat(43) } }],
      ['/api/roster/email/confirm', { data: { token: 'x'.repeat(43) } }],
      ['/roster/ways-in/links/use', { data: { token: 'x'.repeat(43) } }],
      ['/api/roster/ways-in/join/preview', { data: { token: 'x'.repeat(43) } }],
      ['/api/roster/invitations/accept', { data: { token: 'x'.repeat(43), name: 'X', timezone: 'UTC', language: 'en', password: 'Abcdefg1' } }],
    ])('[I1] what a link holds is guessed ten times a minute from one address: %s', async (path, body) => {
      const answers = await Promise.all(Array.from({ length: 15 }, () => post(path, body)));
      expect(statuses(answers).filter((status) => status === 429)).toHaveLength(5);
    });

    const register = (name: string, from?: string) => post('/api/auth/local/register', { username: name, email: `${name}@x.test`, password: 'Abcdefg1' }, from);

    it('new users are counted by address', async () => {
      expect(statuses(await times(5, (index) => register(`new${index}`))).at(-1)).toBe(429);
    });

    it('and all together, from wherever they come: seven a minute, in the next one others', async () => {
      shiftTime(30 * MINUTE_MS);
      const many = (prefix: string) => times(9, (index) => register(`${prefix}${index}`, `203.0.113.${200 + index}`));
      expect(statuses(await many('many'))).toEqual([...Array<number>(7).fill(200), 429, 429]);
      shiftTime(32 * MINUTE_MS);
      expect(statuses(await many('more'))).toEqual([...Array<number>(7).fill(200), 429, 429]);
    });

    it('the password of a session is guessed three times', async () => {
      const { body } = await signIn('colin@roster.test', PASSWORD);
      const change = (currentPassword: string) => post('/api/auth/change-password', { currentPassword, password: 'Another one 2', passwordConfirmation: 'Another one 2' }).auth(body.jwt as string, { type: 'bearer' });
      expect(statuses(await times(4, () => change(WRONG)))).toEqual([400, 400, 400, 429]);
    });
  });

  describe('nobody is found out', () => {
    const text = ({ status, body }: { status: number; body: unknown }) => JSON.stringify([status, body]);

    it('by what the doors say of a name that somebody has, and of one that nobody has', async () => {
      for (const attempt of [signIn, panelSignIn]) expect(text(await attempt('nina@roster.test', WRONG))).toBe(text(await attempt('ghost.of@x.test', WRONG)));
      for (const path of ['/api/auth/forgot-password', '/admin/forgot-password']) {
        expect(text(await post(path, { email: 'nina@roster.test' }))).toBe(text(await post(path, { email: 'nobody.there@x.test' })));
      }
      expect(text(await post('/api/auth/send-email-confirmation', { email: 'nina@roster.test' }))).toBe(text(await post('/api/auth/send-email-confirmation', { email: 'nina@x.test' })).replace('nina@x.test', 'nina@roster.test'));
    });

    it('by the refusal of a name that was tried too often', async () => {
      const tried = async (name: string) => text((await times(6, (index) => signIn(name, WRONG, `203.0.113.${180 + index}`))).at(-1) as never).replace(/\d{2,}/g, '');
      expect(await tried('viktor@roster.test')).toBe(await tried('phantom@x.test'));
    });

    it('by the work that is done: a password is compared whether there is somebody or not', async () => {
      const compared: string[] = [];
      const count = (name: string, service: { validatePassword: (...given: string[]) => Promise<boolean> }) => {
        const original = service.validatePassword;
        service.validatePassword = (...given) => {
          compared.push(name);
          return original(...given);
        };
        return () => {
          service.validatePassword = original;
        };
      };
      const users = site.strapi.plugin('users-permissions').service('user') as never;
      const restore = count('api', users);
      await signIn('bruno@roster.test', WRONG);
      await signIn('no.bruno@x.test', WRONG);
      restore();
      expect(compared).toEqual(['api', 'api']);
    });

    it('by the time it takes to say that a mail was sent, however long the mail takes, or whether it fails', async () => {
      const provider = (site.strapi.plugin('email') as unknown as { provider: { send(mail: unknown): Promise<void> } }).provider;
      const { send } = provider;
      const ask = async (email: string) => {
        const start = performance.now();
        const { status, text } = await post('/api/auth/forgot-password', { email });
        return { answer: [status, text], ms: performance.now() - start };
      };
      // A mail server that never answers, and one that refuses.
      provider.send = () => new Promise(() => undefined);
      const slow = await ask('emil@roster.test');
      provider.send = () => Promise.reject(new Error('no'));
      const failing = await ask('emil@roster.test');
      provider.send = send;
      const nobody = await ask('emil@x.test');
      expect([slow.answer, failing.answer]).toEqual([nobody.answer, nobody.answer]);
      expect(nobody.ms).toBeGreaterThan(240);
    });
  });

  it('what cannot be counted is refused', async () => {
    const { db: database } = site.strapi as unknown as { db: { queryBuilder(uid: string): unknown } };
    const original = database.queryBuilder;
    database.queryBuilder = function broken(uid) {
      if (uid === 'plugin::roster.limit') throw new Error('The store is away.');
      return original.call(this, uid);
    };
    const answer = await signIn('cyrus@roster.test', PASSWORD);
    database.queryBuilder = original;
    expect([answer.status, answer.body.jwt]).toEqual([500, undefined]);
    expect((await signIn('cyrus@roster.test', PASSWORD)).status).toBe(200);
  });

  if (db !== 'sqlite') {
    it('two nodes count on the same counters', async () => {
      const node = await openNode({ ...site.env, RATE_LIMIT: 'on' });
      const mine = Promise.allSettled(Array.from({ length: 30 }, () => limits().take('link', { account: 'shared', address: 'one' })));
      const [theirs, ours] = await Promise.all([node.take('link', 'shared', 30), mine]);
      await node.stop();
      expect(theirs + passed(ours)).toBe(10);
    });
  }
});
