import { AUDIT_ACTIONS } from '../../../contracts/audit-actions';
import { auditLog, rawLog } from '../../support/audit-log';
import { openMailbox } from '../../support/mailbox';
import { createPanelUser, PASSWORD } from '../../support/people';
import { openReceiver, type Receiver } from '../../support/receiver';
import { CUSTOMER, table } from '../../support/roster';
import { sessionsAt, type SessionInfo } from '../../support/sessions';
import { openSite, type Site } from '../../support/site';
import { createApiToken } from '../../support/tokens';
import { until } from '../../support/until';
import { bookOf, worldOf, type World } from '../../support/world';

interface Route {
  readonly method: string;
  readonly path: string;
}

/** Routes that change nothing though they are no GET: they ask much, or make a plan that nobody has to carry out. */
const ASKING = ['POST /check', 'POST /records/:type/owners', 'POST /rules/preview', 'POST /rebalance/plans', 'POST /backfills', 'POST /imports', 'POST /invitations/preview', 'POST /email/preview', 'POST /ways-in/join/preview', 'POST /ways-in/links/preview', 'POST /ways-in/join', 'POST /ways-in/links', 'POST /set-up/mail', 'POST /set-up/restart'];

/** Actions that no route of the plugin causes, and the test that shows each. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'record.created': 'changes', 'record.updated': 'changes', 'record.deleted': 'changes', 'record.published': 'enforcement/publish', 'record.unpublished': 'enforcement/publish',
  'record.cloned': 'enforcement/adversary', 'record.draft-discarded': 'enforcement/publish',
  'permission.denied': 'reading', 'user.signed-in': 'sign-ins', 'user.signed-out': 'sign-ins', 'user.sign-in-failed': 'sign-ins', 'session.replayed': 'sessions/sessions', 'sessions.ended': 'sessions/sessions',
  'export.started': 'exports', 'export.finished': 'exports', 'log.sealing-started': 'earlier-entries', 'log.key-changed': 'sealing', 'log.clock-set-back': 'earlier-entries', 'log.cut': 'retention', 'log.check-failed': 'reading',
  'member.user-deleted': 'team/last-admin', 'member.role-ended': 'team/endings',
  'stream.moved': 'streams', 'stream.removed': 'streams', 'stream.failing': 'streams',
};

describe('every route that changes something', () => {
  let site: Site;
  let world: World;
  let receiver: Receiver;
  let told: Map<string, string[]>;

  const member = (key: string) => world.members[key] as string;

  /** Each route once, as its page would call it, in an order in which each has something to change. */
  const calls = async (): Promise<[route: string, path: string, data?: unknown][]> => {
    const [acme, other, third] = bookOf(world, 'carla').map(({ documentId }) => documentId) as [string, string, string];
    const user = await createPanelUser(site.strapi, 'newcomer');
    const token = await createApiToken(site.strapi, 'A token', 'read-only');
    const rule = (name: string) => ({ type: CUSTOMER, name, when: { field: 'name', operator: 'equals', value: name }, target: { member: member('cora') } });
    const record = `/records/${CUSTOMER}/${acme}`;
    return [
      ['PUT /api-tokens/:documentId/binding', `/api-tokens/${token.documentId}/binding`, { role: 'viewer' }],
      ['POST /audit/checks', '/audit/checks'],
      ['POST /audit/reviews', '/audit/reviews'],
      ['PUT /matrix', '/matrix', { cells: [{ role: 'viewer', feature: 'data_export', action: 'export', scope: 'own' }] }],
      ['POST /members', '/members', { email: 'newcomer@roster.test', name: 'New Comer', role: 'viewer' }],
      ['PUT /members/:documentId/users', `/members/${member('viktor')}/users`, { panelUser: user.documentId }],
      ['PUT /members/:documentId/restriction', `/members/${member('vera')}/restriction`, { restriction: 'shared' }],
      ['PUT /members/:documentId/role', `/members/${member('viktor')}/role`, { role: 'csm' }],
      ['PUT /members/:documentId/status', `/members/${member('viktor')}/status`, { status: 'deactivated' }],
      ['PUT /members/:documentId/status', `/members/${member('viktor')}/status`, { status: 'active' }],
      ['PUT /members/:documentId/territories', `/members/${member('vera')}/territories`, { territories: ['north'] }],
      ['POST /members/:documentId/access/removals', `/members/${member('vera')}/access/removals`, { kinds: ['territories'] }],
      ['POST /members/changes', '/members/changes', { members: [member('viktor')], change: { role: 'viewer' } }],
      ['PUT /members/:documentId/availability', `/members/${member('cora')}/availability`, { capacity: 500 }],
      ['DELETE /observations', '/observations'],
      ['POST /territories', '/territories', { key: 'moon', name: 'Moon' }],
      ['PUT /territories/:key', '/territories/moon', { name: 'The Moon' }],
      ['DELETE /territories/:key', '/territories/moon'],
      ['PUT /records/:type/:documentId/owner', `${record}/owner`, { owner: member('chen') }],
      ['PUT /records/:type/owners', `/records/${CUSTOMER}/owners`, { records: [other, third], owner: member('cleo') }],
      ['POST /records/:type/:documentId/co-owners', `${record}/co-owners`, { coOwner: member('cyrus') }],
      ['DELETE /records/:type/:documentId/co-owners/:member', `${record}/co-owners/${member('cyrus')}`],
      ['POST /records/:type/:documentId/shares', `${record}/shares`, { member: member('viktor') }],
      ['DELETE /records/:type/:documentId/shares/:member', `${record}/shares/${member('viktor')}`],
      ['POST /rules', '/rules', rule('First')],
      ['POST /rules', '/rules', rule('Second')],
    ];
  };

  /** What a receiver of the log has refused, one to be sent again and one to be given up. */
  const putAside = async (): Promise<[string, string]> => {
    await auditLog(site.strapi).seal();
    const [first, second] = ((await rawLog(site.strapi)('entries').select('event_id', 'place')) as { event_id: string; place: number | null }[]).filter(({ place }) => place !== null).map(({ event_id: id }) => id) as [string, string];
    for (const eventId of [first, second]) {
      await table(site.strapi, 'audit-letter').create({ data: { stream: 'siem', eventId, place: 0, action: 'member.created', problem: '422', refusedAt: new Date().toISOString() } as never });
    }
    return [first, second];
  };

  const idsOf = async () => ((await rawLog(site.strapi)('entries').select('id', 'action')) as { id: number; action: string }[]).sort((a, b) => a.id - b.id);

  /** Calls a route as an admin of the panel does, and says which entries came with it. */
  const call = async ([route, path, data]: readonly [string, string, unknown?], who = 'super@roster.test'): Promise<{ actions: string[]; body: { data: Record<string, unknown>; meta: { token: string } } }> => {
    const before = (await idsOf()).at(-1)?.id ?? 0;
    const [method] = route.split(' ') as [string];
    const { status, body } = await (await site.asAdmin(who))[method.toLowerCase() as 'post'](`/roster${path}`).send(data === undefined ? {} : { data });
    if (status >= 300) throw new Error(`${route}: ${status} ${JSON.stringify(body)}`);
    await (site.strapi.plugin('roster').service('audit') as unknown as { checkFinished(): Promise<void> }).checkFinished();
    const actions = (await idsOf()).filter(({ id }) => id > before).map(({ action }) => action);
    told.set(route, [...(told.get(route) ?? []), ...actions]);
    return { actions, body };
  };

  const callInvitations = async (): Promise<void> => {
    const mailbox = openMailbox(site.strapi);
    const invite = async (email: string) => (await call(['POST /invitations', '/invitations', { email, role: 'viewer' }])).body.data['documentId'] as string;
    const first = await invite('first@x.test');
    await call(['POST /invitations/:documentId/resend', `/invitations/${first}/resend`]);
    await call(['DELETE /invitations/:documentId', `/invitations/${first}`]);
    await invite('second@x.test');
    await call(['POST /invitations/accept', '/invitations/accept', { token: mailbox.secretFor('second@x.test'), name: 'Second', timezone: 'UTC', language: 'en', password: 'Abcdefg1' }]);
  };

  const callDeletion = async (): Promise<void> => {
    await call(['PUT /members/:documentId/status', `/members/${member('emil')}/status`, { status: 'deactivated' }]);
    const { body } = await call(['POST /members/:documentId/deletion', `/members/${member('emil')}/deletion`]);
    const said = { token: body.data['token'], email: 'emil@roster.test', reason: 'A request under the GDPR' };
    await call(['POST /members/:documentId/deletion/confirm', `/members/${member('emil')}/deletion/confirm`, said]);
  };

  const callImports = async (): Promise<void> => {
    const { imports } = site.strapi.plugin('roster').service('team') as unknown as { imports: { finished(id: string): Promise<void> } };
    const plan = async (name: string): Promise<string> => {
      const admin = await site.asAdmin('super@roster.test');
      return (await admin.post('/roster/imports').attach('file', Buffer.from(`email,role\n${name}@x.test,viewer\n`), 'people.csv').expect(200)).body.data.documentId;
    };
    const started = await plan('fromfile');
    await call(['POST /imports/:import/start', `/imports/${started}/start`]);
    await imports.finished(started);
    // An import of this size is over before it can be stopped.
    const stopped = await plan('notfromfile');
    await table(site.strapi, 'import').updateMany({ where: { documentId: stopped } as never, data: { status: 'running', beatAt: new Date().toISOString() } as never });
    await call(['POST /imports/:import/cancel', `/imports/${stopped}/cancel`]);
    await imports.finished(stopped);
  };

  const callSetUp = async (): Promise<void> => {
    await call(['PUT /set-up/bindings', '/set-up/bindings', { bindings: { 'api::article.article': { feature: 'segments', kind: 'definition', mode: 'observe' } } }]);
    // Nina, and whoever else is no member.
    await call(['POST /set-up/people', '/set-up/people', { door: 'api', roles: [{ key: 'authenticated', role: 'viewer' }] }]);
    await call(['DELETE /set-up/people', '/set-up/people']);
  };

  const callRequests = async (): Promise<void> => {
    const ask = async (): Promise<string> => {
      const wanted = { wanted: { role: 'director' }, reason: 'For a week', endsAt: new Date(Date.now() + 86_400_000).toISOString() };
      return (await call(['POST /me/access-requests', '/me/access-requests', wanted], 'vera@roster.test')).body.data['documentId'] as string;
    };
    const withdrawn = await ask();
    await call(['DELETE /me/access-requests/:request', `/me/access-requests/${withdrawn}`], 'vera@roster.test');
    await call(['POST /access-requests/:request/decline', `/access-requests/${await ask()}/decline`, {}]);
    const granted = await ask();
    await call(['POST /access-requests/:request/approve', `/access-requests/${granted}/approve`, {}]);
    await call(['DELETE /access-requests/:request', `/access-requests/${granted}`]);
  };

  const callAccount = async (): Promise<void> => {
    const mailbox = openMailbox(site.strapi);
    const bruno = 'bruno@roster.test';
    await call(['PUT /me/profile', '/me/profile', { phone: '+34 600 123 456' }], bruno);
    await call(['PUT /me/password', '/me/password', { current: PASSWORD, password: 'Another 1 of mine' }], bruno);
    await call(['POST /me/email', '/me/email', { email: 'bruno.new@x.test', password: 'Another 1 of mine' }], bruno);
    await until(() => mailbox.mails.some(({ to }) => to === bruno));
    await call(['POST /email/confirm', '/email/confirm', { token: mailbox.secretFor('bruno.new@x.test') }], bruno);
    await call(['POST /me/leave', '/me/leave', { leave: true }], bruno);
  };

  const callWaysIn = async (): Promise<void> => {
    const mailbox = openMailbox(site.strapi);
    const asked = async (path: string, email: string): Promise<string> => {
      const before = mailbox.mails.length;
      await site.http.post(`/roster/ways-in/${path}`).send({ data: { email } }).expect(202);
      await until(() => mailbox.mails.length > before);
      return mailbox.secretFor(email);
    };
    await call(['PUT /ways-in/domains', '/ways-in/domains', { domains: ['yourcompany.com'], isOn: true, role: 'viewer' }]);
    await call(['PUT /ways-in/links', '/ways-in/links', { panel: true, api: false }]);
    await call(['POST /ways-in/join/accept', '/ways-in/join/accept', { token: await asked('join', 'new@yourcompany.com'), name: 'New', timezone: 'UTC', language: 'en', password: 'Abcdefg1' }]);
    await call(['POST /ways-in/links/use', '/ways-in/links/use', { token: await asked('links', 'new@yourcompany.com'), isConfirmed: true }]);
  };

  const callSessions = async (): Promise<void> => {
    const { panelToken, mine, bearer } = sessionsAt(() => site);
    const theirs = await mine(await panelToken('vera'), '/roster');
    await call(['DELETE /members/:documentId/sessions/:session', `/members/${member('vera')}/sessions/${theirs[0]?.id}`]);
    await call(['DELETE /members/:documentId/sessions', `/members/${member('vera')}/sessions`]);
    const other = await bearer(await panelToken('super')).get('/roster/me/sessions').expect(200);
    await call(['DELETE /me/sessions/:session', `/me/sessions/${(other.body.data as SessionInfo[]).find(({ isCurrent }) => isCurrent)?.id}`]);
    await call(['DELETE /me/sessions', '/me/sessions']);
    await call(['POST /me/step-up', '/me/step-up', { password: PASSWORD }]);
  };

  beforeAll(async () => {
    receiver = await openReceiver();
    const streams = [{ name: 'siem', url: receiver.url, secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', allowPrivate: true }];
    site = await openSite({ customers: 24, configOverride: { 'plugin::roster': { audit: { streams } } } });
    world = await worldOf(site.strapi);
    told = new Map();
    for (const one of await calls()) await call(one);
    const { body: rules } = await (await site.asAdmin('super@roster.test')).get(`/roster/rules?type=${CUSTOMER}`).expect(200);
    const [first, second] = (rules.data as { documentId: string }[]).map(({ documentId }) => documentId) as [string, string];
    await call(['PUT /rules/order', '/rules/order', { type: CUSTOMER, rules: [second, first] }]);
    await call(['PUT /rules/:rule', `/rules/${first}`, { type: CUSTOMER, name: 'First', when: { field: 'name', operator: 'equals', value: 'x' }, target: { member: member('cora') }, isActive: false }]);
    await call(['DELETE /rules/:rule', `/rules/${first}`]);
    const rebalance = site.strapi.plugin('roster').service('rebalance') as { finished(job: string): Promise<void> };
    const plan = async () => (await call(['POST /rebalance/plans', '/rebalance/plans', { type: CUSTOMER, filter: { owner: member('chen') }, by: { member: member('cora') } }])).body;
    const planned = await plan();
    // A job of this size is over before it can be cancelled.
    await table(site.strapi, 'job').updateMany({ where: { documentId: planned.data['documentId'] } as never, data: { status: 'running', workedAt: new Date() } as never });
    await call(['POST /rebalance/:job/cancel', `/rebalance/${String(planned.data['documentId'])}/cancel`]);
    const again = await plan();
    const job = String(again.data['documentId']);
    await call(['POST /rebalance/:job/start', `/rebalance/${job}/start`, { token: again.meta.token }]);
    await rebalance.finished(job);
    const undo = await call(['POST /rebalance/:job/undo', `/rebalance/${job}/undo`]);
    await rebalance.finished(String(undo.body.data['documentId']));
    await callInvitations();
    await callDeletion();
    await callImports();
    await callRequests();
    await callSetUp();
    await callAccount();
    await callWaysIn();
    await callSessions();
    const [sent, discarded] = await putAside();
    await call(['POST /audit/streams/:name/attempts', '/audit/streams/siem/attempts']);
    await call(['POST /audit/streams/:name/replays', '/audit/streams/siem/replays', { from: 0 }]);
    await call(['POST /audit/streams/:name/letters/:eventId/attempts', `/audit/streams/siem/letters/${sent}/attempts`]);
    await call(['DELETE /audit/streams/:name/letters/:eventId', `/audit/streams/siem/letters/${discarded}`]);
  });
  afterAll(async () => {
    await site.close();
    await receiver.close();
  });

  it('[A086] writes an entry: a new one that does not makes this fail', () => {
    const { routes } = site.strapi.plugin('roster') as unknown as { routes: Record<string, { routes: readonly Route[] }> };
    const changing = [...new Set((routes['admin']?.routes ?? []).filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`))].filter((route) => !ASKING.includes(route));
    expect(changing.length).toBeGreaterThan(20);
    expect(changing.map((route) => [route, (told.get(route) ?? []).length > 0])).toEqual(changing.map((route) => [route, true]));
  });

  it('[A086] with who, what, to what, when and from where', async () => {
    const rows = (await rawLog(site.strapi)('entries').where({ action: 'rule.created' })) as unknown as Record<string, string>[];
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toMatchObject({ actor_kind: 'member', actor: expect.any(String), target_type: 'rule', target_id: expect.any(String), occurred_at: expect.anything(), personal: expect.stringContaining('"ip"') });
  });

  it('[A086] causes every action of the catalogue that is not shown by its own test', async () => {
    await auditLog(site.strapi).seal();
    const seen = new Set((await idsOf()).map(({ action }) => action));
    expect(Object.keys(AUDIT_ACTIONS).filter((action) => !seen.has(action) && !(action in ELSEWHERE))).toEqual([]);
  });
});
