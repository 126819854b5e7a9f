import { CUSTOMER } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { bookOf, worldOf, type World } from '../../support/world';

type Requester = Awaited<ReturnType<Site['as']>>;

describeOnEachDb('questions about oneself', (db) => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: 24 });
    world = await worldOf(site.strapi);
  });
  afterAll(() => site.close());

  const idOf = (name: string) => world.customers[name] as string;
  const check = async (agent: Requester, questions: readonly object[], base = '/api/roster') => (await agent.post(`${base}/check`).send({ data: { questions } }).expect(200)).body.data;

  it('[A225:client] are answered in their order: a feature, a type, a record inside the scope, outside, and one that is not there', async () => {
    const carla = await site.as('carla@roster.test');
    const owned = bookOf(world, 'carla').find(({ owner }) => owner === 'carla')?.documentId;
    const shared = bookOf(world, 'carla').find(({ owner }) => owner !== 'carla')?.documentId;
    expect(
      await check(carla, [
        { feature: 'analytics', action: 'view' },
        { feature: 'customer_360', action: 'update' },
        { type: CUSTOMER, action: 'delete' },
        { type: CUSTOMER, action: 'update', record: idOf('Acme Robotics') },
        { type: CUSTOMER, action: 'update', record: idOf('Cumulus Air') },
        { type: CUSTOMER, action: 'update', record: 'abcdefghijklmnopqrstuvwx' },
        { type: CUSTOMER, feature: 'data_export', action: 'export', record: owned },
        { type: CUSTOMER, feature: 'data_export', action: 'export', record: shared },
        { type: 'api::note.note', action: 'update', record: world.details['Acme Robotics']?.['note']?.[0] },
        { type: 'api::note.note', action: 'update', record: world.details['Cumulus Air']?.['note']?.[0] },
      ]),
    ).toEqual([
      { allowed: false, scopes: [], code: 'PERMISSION_DENIED' },
      { allowed: true, scopes: ['book'] },
      { allowed: false, scopes: [], code: 'PERMISSION_DENIED' },
      { allowed: true, scopes: ['book'] },
      { allowed: false, scopes: [], code: 'NOT_FOUND' },
      { allowed: false, scopes: [], code: 'NOT_FOUND' },
      { allowed: true, scopes: ['own'] },
      { allowed: false, scopes: ['own'], code: 'OUT_OF_SCOPE' },
      { allowed: true, scopes: ['book'] },
      { allowed: false, scopes: [], code: 'NOT_FOUND' },
    ]);
  });

  it('[A225:client] are the same in the panel and over GraphQL', async () => {
    const questions = [
      { feature: 'analytics', action: 'view' },
      { type: CUSTOMER, action: 'update', record: idOf('Acme Robotics') },
      { type: CUSTOMER, action: 'update', record: idOf('Cumulus Air') },
    ];
    const expected = await check(await site.as('carla@roster.test'), questions);
    expect(await check(await site.asAdmin('carla@roster.test'), questions, '/roster')).toEqual(expected);
    const query = 'query ($questions: [RosterQuestion!]!) { rosterCheck(questions: $questions) { allowed scopes code } rosterMe { member { email } roles permissions { feature action scopes } } }';
    const { body } = await (await site.as('carla@roster.test')).post('/graphql').send({ query, variables: { questions } });
    expect(body.data.rosterCheck).toEqual((expected as { code?: string }[]).map((answer) => ({ code: null, ...answer })));
    expect(body.data.rosterMe).toMatchObject({ member: { email: 'carla@roster.test' }, roles: ['csm'] });
    expect(body.data.rosterMe.permissions).toContainEqual({ feature: 'customer_360', action: 'update', scopes: ['book'] });
  });

  it('[A225:client] may be five hundred at a time, and agree with what a list shows', async () => {
    const carla = await site.as('carla@roster.test');
    const visible = new Set(bookOf(world, 'carla').map(({ documentId }) => documentId));
    const questions = Array.from({ length: 500 }, (_, index) => ({ type: CUSTOMER, action: 'view', record: world.plan[index % 24]?.documentId }));
    const answers = await check(carla, questions);
    expect(answers).toHaveLength(500);
    expect(answers.map(({ allowed }: { allowed: boolean }) => allowed)).toEqual(questions.map(({ record }) => visible.has(record ?? '')));
    const tooMany = await carla.post('/api/roster/check').send({ data: { questions: [...questions, questions[0]] } });
    expect([tooMany.status, tooMany.body.error.details]).toEqual([400, expect.objectContaining({ code: 'VALIDATION_FAILED', path: 'data.questions' })]);
  });

  it('[A225:client] name the question that cannot be understood', async () => {
    const carla = await site.as('carla@roster.test');
    const wrong = async (question: object) => {
      const { status, body } = await carla.post('/api/roster/check').send({ data: { questions: [{ feature: 'analytics', action: 'view' }, question] } });
      return [status, body.error.details.code, body.error.details.path];
    };
    expect(await wrong({ feature: 'weather', action: 'view' })).toEqual([400, 'UNKNOWN_FEATURE', 'data.questions[1].feature']);
    expect(await wrong({ feature: 'analytics', action: 'dance' })).toEqual([400, 'UNKNOWN_ACTION', 'data.questions[1].action']);
    expect(await wrong({ action: 'view' })).toEqual([400, 'VALIDATION_FAILED', 'data.questions[1].feature']);
    expect(await wrong({ type: 'api::region.region', action: 'view' })).toEqual([400, 'UNKNOWN_TYPE', 'data.questions[1].type']);
    expect(await wrong({ feature: 'analytics', action: 'view', record: 'x' })).toEqual([400, 'VALIDATION_FAILED', 'data.questions[1].type']);
  });

  it('say in one line why a record is seen: by role, scope and the record that decides', async () => {
    const why = async (key: string, type: string, record: string | undefined) => {
      const { status, body } = await (await site.asAdmin(`${key}@roster.test`)).get(`/roster/records/${type}/${record}/why`);
      return status === 200 ? body.data : status;
    };
    expect(await why('carla', CUSTOMER, idOf('Acme Robotics'))).toEqual({ roles: ['csm'], feature: 'customer_360', scopes: ['book'], within: ['book'], through: null });
    expect(await why('carla', 'api::note.note', world.details['Acme Robotics']?.['note']?.[0])).toMatchObject({
      scopes: ['book'],
      within: ['book'],
      through: { type: CUSTOMER, displayName: 'Customer', documentId: idOf('Acme Robotics') },
    });
    expect(await why('vera', CUSTOMER, idOf('Cumulus Air'))).toMatchObject({ roles: ['viewer'], scopes: ['all'], within: ['all'] });
    expect(await why('carla', CUSTOMER, idOf('Cumulus Air'))).toBe(404);
  });
});
