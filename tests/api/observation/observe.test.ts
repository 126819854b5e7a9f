import { TEAM, formTeam } from '../../support/newcomers';
import { differences, record, recordWrites, requestsOf, type Recordable, type Recording } from '../../support/recording';
import { CUSTOMER, roster } from '../../support/roster';
import { describeOnEachDb, type Site } from '../../support/site';
import { openUnguarded } from '../../support/stock';
import { bookOf, worldOf, type World } from '../../support/world';

interface Loss {
  readonly role: string;
  readonly route: string;
  readonly action: string;
  readonly code: string;
  readonly requests: number;
  readonly records: number;
  readonly people: readonly { readonly kind: string; readonly name: string | null }[];
}

interface ObservedType {
  readonly type: { readonly uid: string } | null;
  readonly mode: string;
  readonly people: number;
  readonly losses: readonly Loss[];
}

const OBSERVE = { 'plugin::roster': { mode: 'observe' } };
const NAMES: Readonly<Record<string, string>> = { nobody: 'the public' };

const isAnswerOfHost = ({ listsPlugins }: Recordable): boolean => !listsPlugins;

describeOnEachDb('an existing site that tries the plugin in observe mode', (db) => {
  let site: Site;
  let world: World;
  let requests: readonly Recordable[];
  let stock: Recording;
  let stockWrites: Recording[];
  let observed: Recording;
  let report: readonly ObservedType[];

  const WRITERS = ['dora', 'nina', 'vera', 'ana'];
  const writes = async (): Promise<Recording[]> => {
    const all: Recording[] = [];
    for (const who of WRITERS) all.push(await recordWrites(site, who, { isGoverned: true }), await recordWrites(site, who));
    return all;
  };

  beforeAll(async () => {
    site = await openUnguarded({ db, customers: 20, seedEnv: { ROSTER: 'off' } });
    world = await worldOf(site.strapi);
    requests = requestsOf(world);
    stock = await record(site, requests);
    stockWrites = await writes();

    site = await site.reopen({ env: { ROSTER: 'on' }, configOverride: OBSERVE });
    await formTeam(site, world);
    await (await site.asAdmin('ana@roster.test')).delete('/roster/observations').expect(200);
    observed = await record(site, requests);
    report = (await (await site.asAdmin('ana@roster.test')).get('/roster/observations').expect(200)).body.data;
  });
  afterAll(() => site.close());

  const lossesOf = (uid: string) => report.find(({ type }) => type?.uid === uid)?.losses ?? [];

  it('[A222] has every answer unchanged, byte for byte', () => {
    const compared = requests.filter(isAnswerOfHost).map(({ name }) => name);
    expect(compared.length).toBeGreaterThan(400);
    expect(differences(stock, observed).filter((name) => compared.includes(name))).toEqual([]);
  });

  it('[A222] filters lists of the panel by owner as it will then: one learns of no owner whom one will not see', async () => {
    const carla = (await roster(site.strapi, 'members').findByEmail('carla@roster.test'))?.documentId;
    const total = async (who: string, query: string) => (await (await site.asAdmin(`${who}@roster.test`)).get(`/content-manager/collection-types/${CUSTOMER}?${query}`).expect(200)).body.pagination.total as number;
    const ownedBy = (key: string) => world.plan.filter(({ owner }) => owner === key).length;
    expect([await total('chen', ''), await total('chen', `roster[owner]=${carla}`), await total('chen', 'roster[book]=mine')]).toEqual([20, 0, ownedBy('chen')]);
    expect(await total('dora', `roster[owner]=${carla}`)).toBe(ownedBy('carla'));
  });

  it('[A222] tells members already what will hold for them: what they may do, and who owns a record', async () => {
    const [mine, theirs] = ['carla', 'chen'].map((key) => world.plan.find(({ owner }) => owner === key)?.documentId as string);
    const carla = await site.as('carla@roster.test');
    const { body } = await carla.post('/api/roster/check').send({ data: { questions: [mine, theirs].map((record) => ({ type: CUSTOMER, action: 'update', record })) } }).expect(200);
    expect(body.data.map(({ allowed }: { allowed: boolean }) => allowed)).toEqual([true, false]);
    expect((await carla.get(`/api/roster/records/${CUSTOMER}/${mine}/owner`).expect(200)).body.data.owner.name).toBe('carla');
    expect((await carla.get(`/api/roster/records/${CUSTOMER}/${mine}/why`).expect(200)).body.data.within).toEqual(['book']);
    await carla.get(`/api/roster/records/${CUSTOMER}/${theirs}/owner`).expect(404);
  });

  it('[A222] writes no refusal to the audit log', async () => {
    const { body } = await (await site.asAdmin('ana@roster.test')).get('/roster/audit?pageSize=100').expect(200);
    expect(body.data.filter(({ action }: { action: string }) => action === 'permission.denied')).toEqual([]);
  });

  it('[A222] names exactly those who would lose something: whoever gets another answer once it is enforced', async () => {
    site = await site.reopen({ env: { ROSTER: 'on' } });
    const enforced = await record(site, requests);
    const changed = new Set(differences(stock, enforced));
    // To a route without authentication everybody is the public.
    const nameOf = ({ who, send }: Recordable): string => (send.includes('/open/') ? 'the public' : (NAMES[who] ?? who));
    const lower = (names: readonly string[]): string[] => [...new Set(names.map((name) => name.toLowerCase()))].sort();
    const losers = requests.filter((request) => isAnswerOfHost(request) && changed.has(request.name)).map(nameOf);
    const named = report.flatMap(({ losses }) => losses.flatMap(({ people, role }) => (role === 'public' ? ['the public'] : people.map(({ name }) => name?.split(' ')[0] ?? ''))));
    expect(lower(named)).toEqual(lower(losers));
    expect(lower(named)).toEqual(['carla', 'chen', 'nina', 'the public']);
    site = await site.reopen({ env: { ROSTER: 'on' }, configOverride: OBSERVE });
  });

  it('[A222] says by role and route how many records an answer would lack', () => {
    const list = lossesOf(CUSTOMER).find(({ role, route }) => role === 'csm' && route === 'GET /api/customers');
    expect(list).toMatchObject({ action: 'view', code: 'NOT_FOUND' });
    const books = Object.keys(TEAM).filter((key) => key === 'carla' || key === 'chen').map((key) => bookOf(world, key).filter(({ owner }) => owner === key).length);
    expect(list?.records).toBe(20 - Math.min(...books));
    expect(list?.people.map(({ name }) => name).sort()).toEqual(['carla', 'chen']);
    const stranger = lossesOf(CUSTOMER).find(({ role, route, code }) => role === 'non-member' && route === 'GET /api/customers' && code === 'NOT_A_MEMBER');
    expect(stranger?.people).toEqual([expect.objectContaining({ kind: 'apiUser', name: 'nina' })]);
    expect(report.find(({ type }) => type?.uid === CUSTOMER)).toMatchObject({ mode: 'observe' });
  });

  it('[A222] lets everybody write as before, and says who may not later on', async () => {
    const now = await writes();
    stockWrites.forEach((before, index) => expect(differences(before, now[index] as Recording)).toEqual([]));
    report = (await (await site.asAdmin('ana@roster.test')).get('/roster/observations').expect(200)).body.data;
    const writers = (role: string) => lossesOf(CUSTOMER).filter((loss) => loss.role === role && loss.action !== 'view').map(({ action, code }) => `${action} ${code}`);
    expect([...new Set(writers('director'))].sort()).toEqual(['create PERMISSION_DENIED', 'delete PERMISSION_DENIED', 'update PERMISSION_DENIED']);
    expect([...new Set(writers('viewer'))].sort()).toEqual(['create PERMISSION_DENIED', 'delete PERMISSION_DENIED', 'update PERMISSION_DENIED']);
    expect([...new Set(writers('non-member'))].sort()).toEqual(['create NOT_A_MEMBER', 'delete NOT_A_MEMBER', 'update NOT_A_MEMBER']);
    expect(writers('admin')).toEqual([]);
  });

  it('[A222] starts over when an admin says so', async () => {
    const ana = await site.asAdmin('ana@roster.test');
    await (await site.asAdmin('dora@roster.test')).delete('/roster/observations').expect(403);
    await ana.delete('/roster/observations').expect(200);
    report = (await ana.get('/roster/observations').expect(200)).body.data;
    expect(report.flatMap(({ losses }) => losses)).toEqual([]);
    expect(report.every(({ mode }) => mode === 'observe')).toBe(true);
  });

  it('[A222] forgets whoever is deleted for good, also what waited in memory meanwhile', async () => {
    const members = site.strapi.plugin('roster').service('members') as unknown as { deactivate(id: string): Promise<void>; erase(id: string, erasure: object): Promise<void> };
    for (const who of ['chen', 'carla']) await (await site.as(`${who}@roster.test`)).get('/api/customers').expect(200);
    const chen = (await roster(site.strapi, 'members').findByEmail('chen@roster.test'))?.documentId as string;
    await members.deactivate(chen);
    await members.erase(chen, { reason: 'A request under the GDPR', by: { kind: 'system' }, confirm: () => Promise.resolve() });
    report = (await (await site.asAdmin('ana@roster.test')).get('/roster/observations').expect(200)).body.data;
    expect(lossesOf(CUSTOMER).flatMap(({ people }) => people)).toEqual([expect.objectContaining({ kind: 'member', name: 'carla' })]);
  });
});
