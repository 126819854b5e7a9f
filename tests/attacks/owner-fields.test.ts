import type { Response } from 'supertest';

import { CUSTOMER, roster } from '../support/roster';
import { describeOnEachDb, openSite, type Site } from '../support/site';
import { tick } from '../support/stock';
import { secretsOf, worldOf, type World } from '../support/world';

/** What an attack is sent with: a csm's hands, and names to put into requests. */
interface Scene {
  readonly get: (path: string) => PromiseLike<Response>;
  readonly ask: (query: string) => PromiseLike<Response>;
  readonly put: (record: string, data: object) => PromiseLike<Response>;
  readonly world: World;
  /** documentId of a member. */
  readonly member: (key: string) => string;
  readonly ownerOf: (record: string) => Promise<string | null>;
}

/** Says whether it got something. */
type Attack = (scene: Scene) => Promise<boolean>;

const ALL = 'pagination[pageSize]=100';
const leaks = (world: World, { text }: Response): boolean => secretsOf(world, 'carla').some((secret) => text.includes(secret));
const hiddenOf = (world: World, owner: string) => world.plan.filter((customer) => customer.owner === owner && !customer.coOwners.includes('carla'));

/** Carla asks for what is Cleo's. */
const READS: Readonly<Record<string, Attack>> = {
  'a list by the owner of others': async ({ get, world, member }) => leaks(world, await get(`customers?${ALL}&filters[owner][documentId]=${member('cleo')}`)),
  'a list by co-owners': async ({ get, world, member }) => leaks(world, await get(`customers?${ALL}&filters[coOwners][documentId][$in][0]=${member('cleo')}&filters[coOwners][documentId][$in][1]=${member('chen')}`)),
  'a list of what is nobody’s': async ({ get, world }) => leaks(world, await get(`customers?${ALL}&filters[owner][$null]=true`)),
  'a list of what is not hers': async ({ get, world }) => leaks(world, await get(`customers?${ALL}&filters[$not][owner][documentId]=me`)),
  'a condition beside one on owners': async ({ get, world, member }) =>
    leaks(world, await get(`customers?${ALL}&filters[$or][0][owner][documentId]=${member('cleo')}&filters[$or][1][name][$notNull]=true`)),
  'the size of somebody’s book': async ({ get, member, world }) =>
    ((await get(`customers?${ALL}&filters[owner][documentId]=${member('cleo')}`)).body as { meta: { pagination: { total: number } } }).meta.pagination.total > 0 && hiddenOf(world, 'cleo').length > 0,
  'one record, found by its owner': async ({ get, world, member }) =>
    leaks(world, await get(`customers?filters[documentId]=${hiddenOf(world, 'cleo')[0]?.documentId}&filters[owner][documentId]=${member('cleo')}&populate=owner`)),
  'whom a type that nobody governs leads to': async ({ get, world, member }) => {
    const { body } = await get(`regions?${ALL}&filters[customers][owner][documentId]=${member('cleo')}`);
    return world.plan.some(({ owner, coOwners }) => owner === 'cleo' && !coOwners.includes('carla')) && (body as { data: unknown[] }).data.length > 0;
  },
  'the co-owners of what a type that nobody governs leads to': async ({ get, world, member }) => leaks(world, await get(`regions?${ALL}&populate[customers][filters][coOwners][documentId]=${member('cleo')}`)),
  'an order through a type that nobody governs': async ({ get, world }) => leaks(world, await get(`regions?${ALL}&sort=customers.owner.name&populate[customers][populate]=owner`)),
  'a list in the order of owners': async ({ get, world }) => leaks(world, await get(`customers?${ALL}&sort=owner.name&populate=owner`)),
  'drafts in the order of owners': async ({ get, world }) => leaks(world, await get(`customers?status=draft&${ALL}&sort=owner.name:desc`)),
  'details by the owner of their parent': async ({ get, world, member }) => leaks(world, await get(`notes?${ALL}&filters[customer][owner][documentId]=${member('cleo')}`)),
  'a list over GraphQL': async ({ ask, world, member }) => leaks(world, await ask(`{ customers(filters: { owner: { documentId: { eq: "${member('cleo')}" } } }) { documentId owner { name } } }`)),
  'a list over GraphQL, the other way round': async ({ ask, world, member }) => leaks(world, await ask(`{ customers(filters: { not: { coOwners: { documentId: { eq: "${member('carla')}" } } } }, sort: "owner.name") { documentId } }`)),
  'an association over GraphQL': async ({ ask, world, member }) => leaks(world, await ask(`{ regions { customers(filters: { owner: { documentId: { eq: "${member('cleo')}" } } }) { documentId } } }`)),
};

/** Carla takes, gives away and takes helpers off what is hers to read and not to give. */
const takes = async ({ put, ownerOf, world, member }: Scene, data: (me: string) => object): Promise<boolean> => {
  const record = world.plan.find(({ owner, coOwners }) => owner === 'chen' && coOwners.includes('carla'))?.documentId as string;
  const before = await ownerOf(record);
  await put(record, data(member('carla')));
  return before !== (await ownerOf(record));
};

const WRITES: Readonly<Record<string, Attack>> = {
  'makes herself the owner of what she helps with': (scene) => takes(scene, (me) => ({ owner: me })),
  'does so beside a field that she may write': (scene) => takes(scene, (me) => ({ tier: 'growth', owner: me })),
  'makes it nobody’s': (scene) => takes(scene, () => ({ owner: null })),
  'takes it over GraphQL': (scene) =>
    takes({ ...scene, put: (record, data) => scene.ask(`mutation { updateCustomer(documentId: "${record}", data: { owner: ${JSON.stringify((data as { owner: unknown }).owner)} }) { name } }`) }, (me) => ({ owner: me })),
};

describeOnEachDb('attacks by the fields of owners', (db) => {
  const sceneOf = async (site: Site): Promise<Scene> => {
    const world = await worldOf(site.strapi);
    const carla = await site.as('carla@roster.test');
    return {
      world,
      member: (key) => world.members[key] as string,
      get: (path) => carla.get(`/api/${encodeURI(path)}`),
      ask: (query) => carla.post('/graphql').send({ query }),
      put: (record, data) => carla.put(`/api/customers/${record}`).send({ data }),
      ownerOf: async (record) => (await roster(site.strapi, 'books').ownership(CUSTOMER, record)).owner,
    };
  };

  const attackAll = async (site: Site, attacks: Readonly<Record<string, Attack>>): Promise<Map<string, boolean>> => {
    const outcomes = new Map<string, boolean>();
    const scene = await sceneOf(site);
    for (const [name, attack] of Object.entries(attacks)) {
      // What one write got, the next must be able to get again.
      const before = await Promise.all(scene.world.plan.map(async ({ documentId }) => [documentId, await scene.ownerOf(documentId)] as const));
      const helpers = await Promise.all(scene.world.plan.map(({ documentId }) => roster(site.strapi, 'books').ownership(CUSTOMER, documentId)));
      outcomes.set(name, await attack(scene));
      for (const [index, [record, owner]] of before.entries()) {
        if ((await scene.ownerOf(record)) === owner) continue;
        await roster(site.strapi, 'books').setOwner(CUSTOMER, record, owner);
        for (const coOwner of helpers[index]?.coOwners ?? []) await roster(site.strapi, 'books').addCoOwner(CUSTOMER, record, coOwner);
      }
    }
    return outcomes;
  };

  const all = (attacks: Readonly<Record<string, Attack>>, outcome: boolean) => new Map(Object.keys(attacks).map((name) => [name, outcome]));

  it('[A225:fields] find nothing that the guard hides, and would without it', async () => {
    // Observed, the host answers: the fields are there, and nothing stands before the records.
    const observed = await openSite({ db, customers: 60, configOverride: { 'plugin::roster': { mode: 'observe' } } });
    await tick(observed.strapi, 'authenticated', ['customer', 'note', 'region'].map((type) => `api::${type}.${type}.find`));
    const unguarded = await attackAll(observed, READS);
    await observed.close();
    const site = await openSite({ db, customers: 60 });
    const guarded = await attackAll(site, READS);
    await site.close();
    expect([unguarded, guarded]).toEqual([all(READS, true), all(READS, false)]);
  });

  it('[A225:fields] take no record, and would if nobody were asked whether he manages the team', async () => {
    const site = await openSite({ db, customers: 60 });
    const guarded = await attackAll(site, WRITES);
    const { setCells } = roster(site.strapi, 'access');
    await setCells([{ role: 'csm', feature: 'team_management', action: 'update', scope: 'all' }], { kind: 'system' });
    const unguarded = await attackAll(site, WRITES);
    await site.close();
    expect([unguarded, guarded]).toEqual([all(WRITES, true), all(WRITES, false)]);
  });

  it('[A225:fields] tell nobody who is nobody here of owners, where the records are left to the host', async () => {
    const binding = { feature: 'customer_360', kind: 'record', owns: true, nonMembers: 'strapi' };
    const site = await openSite({ db, customers: 20, configOverride: { 'plugin::roster': { bindings: { [CUSTOMER]: binding } } } });
    const world = await worldOf(site.strapi);
    const actions = ['find', 'findOne', 'update'].map((action) => `${CUSTOMER}.${action}`);
    await tick(site.strapi, 'authenticated', actions);
    await tick(site.strapi, 'public', actions);
    const acme = world.customers['Acme Robotics'] as string;
    const owner = () => roster(site.strapi, 'books').ownership(CUSTOMER, acme);
    const before = await owner();
    for (const agent of [await site.as('nina@roster.test'), site.http]) {
      expect((await agent.get('/api/customers')).body.data).toHaveLength(20);
      for (const query of ['populate=owner', 'populate[coOwners]=true', `filters[owner][documentId]=${world.members['carla']}`, 'sort=owner.name']) {
        const { status, body } = await agent.get(`/api/customers?${query}`);
        expect([status, body.error.message]).toEqual([400, expect.stringMatching(/^Invalid key (owner|coOwners)/)]);
      }
      const read = await agent.post('/graphql').send({ query: '{ customers { name owner { name } } }' });
      expect(read.body.errors[0].extensions.error.details.code).toBe('NOT_A_MEMBER');
      expect(read.text).not.toContain('Carla');
      const filtered = await agent.post('/graphql').send({ query: `{ customers(filters: { owner: { documentId: { eq: "${world.members['carla']}" } } }) { name } }` });
      expect(filtered.body.errors).toHaveLength(1);
      expect((await agent.put(`/api/customers/${acme}`).send({ data: { owner: null } })).status).toBe(400);
      const written = await agent.post('/graphql').send({ query: `mutation { updateCustomer(documentId: "${acme}", data: { owner: null }) { name } }` });
      expect(written.body.errors[0].extensions.error.details).toMatchObject({ code: 'PERMISSION_DENIED', path: 'data.owner' });
    }
    expect(await owner()).toEqual(before);
    await site.close();
  });
});
