import type { Response } from 'supertest';

import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { statementsOf } from '../../support/statements';
import { bookOf, worldOf, type World } from '../../support/world';

interface Person {
  readonly documentId: string;
  readonly name: string;
  readonly status: string;
}

interface Customer {
  readonly documentId: string;
  readonly name: string;
  readonly owner: Person | null;
  readonly coOwners: readonly Person[];
}

interface Page {
  readonly ids: readonly string[];
  readonly total: number;
}

const COUNT = 100;
const ALL = 'pagination[pageSize]=100';

describeOnEachDb('owner and co-owners as fields of a record', (db) => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: COUNT });
    world = await worldOf(site.strapi);
  });
  afterAll(() => site.close());

  const member = (key: string) => world.members[key] as string;
  const idOf = (name: string) => world.customers[name] as string;
  const as = (key: string) => site.as(`${key}@roster.test`);
  const get = async (key: string, path: string): Promise<Response> => (await as(key)).get(`/api/${path}`);
  const ask = async (key: string, query: string) => (await (await as(key)).post('/graphql').send({ query })).body;
  const sorted = (ids: readonly string[]) => [...ids].sort();
  const idsOf = (rows: readonly { documentId: string }[]) => sorted(rows.map(({ documentId }) => documentId));
  const planned = (keep: (customer: World['plan'][number]) => boolean) => idsOf(world.plan.filter(keep));

  const found = async (key: string, query: string): Promise<Page> => {
    const { body, text, status } = await get(key, `customers?${ALL}&${query}`);
    if (status !== 200) throw new Error(`${query}: ${status} ${text}`);
    return { ids: idsOf(body.data), total: body.meta.pagination.total };
  };

  const foundByGraphql = async (key: string, filters: string): Promise<Page> => {
    const { data, errors } = await ask(key, `{ page: customers_connection(filters: ${filters}, pagination: { pageSize: 100 }) { nodes { documentId } pageInfo { total } } }`);
    if (errors) throw new Error(JSON.stringify(errors));
    return { ids: idsOf(data.page.nodes), total: data.page.pageInfo.total };
  };

  const page = (ids: readonly string[]): Page => ({ ids: sorted(ids), total: ids.length });

  const wanted = (customer: Customer) => {
    const { owner, coOwners } = world.plan.find(({ documentId }) => documentId === customer.documentId) as World['plan'][number];
    return { owner: owner === null ? null : member(owner), coOwners: sorted(coOwners.map(member)) };
  };
  const shown = ({ owner, coOwners }: Customer) => ({ owner: owner?.documentId ?? null, coOwners: idsOf(coOwners) });

  it('[A225:fields] are shown over REST to whoever asks, and to nobody else', async () => {
    const { body } = await get('ana', `customers?${ALL}&populate[owner]=true&populate[coOwners]=true`);
    expect(body.data).toHaveLength(COUNT);
    expect((body.data as Customer[]).map(shown)).toEqual((body.data as Customer[]).map(wanted));
    const acme = (body.data as Customer[]).find(({ documentId }) => documentId === idOf('Acme Robotics'));
    expect(acme?.owner).toEqual({ documentId: member('carla'), name: 'Carla Mendes', status: 'active' });
    const plain = await get('ana', `customers?${ALL}&populate=*`);
    expect(plain.text).not.toMatch(/"(owner|coOwners|rosterOwner)"/);
    expect((body.data as Customer[]).map(({ owner: _owner, coOwners: _coOwners, ...rest }) => rest)).toEqual((await get('ana', `customers?${ALL}`)).body.data);
  });

  it.each([
    ['a name', 'populate=owner', true, false, false],
    ['names in one text', 'populate=owner,segment', true, false, true],
    ['a list', 'populate[0]=coOwners&populate[1]=segment', false, true, true],
    ['keys', 'populate[owner]=true&populate[segment][fields][0]=name', true, false, true],
    ['everything, and a name', 'populate[0]=*&populate[1]=owner', true, false, true],
    ['few fields besides', 'fields[0]=name&populate=owner', true, false, false],
  ])('[A225:fields] are asked for like relations: %s', async (_what, query, ...expected) => {
    const { body } = await get('carla', `customers/${idOf('Acme Robotics')}?${query}`);
    expect(['owner', 'coOwners', 'segment'].map((key) => key in body.data)).toEqual(expected);
  });

  it('[A225:fields] are shown of records that hang on others, where asked', async () => {
    for (const query of ['populate[customer][populate][owner]=true', 'populate[0]=customer.owner', 'populate[0]=customer&populate[1]=customer.owner']) {
      const { body } = await get('chen', `notes?pagination[pageSize]=100&${query}`);
      expect(body.data.length).toBeGreaterThan(0);
      for (const { customer } of body.data as { customer: Customer }[]) {
        expect(customer.owner?.documentId ?? null).toBe(wanted(customer).owner);
        expect(customer).not.toHaveProperty('coOwners');
      }
    }
    const { body } = await get('ana', `customers/${idOf('Acme Robotics')}?populate[owner]=true&populate[parent][populate][coOwners]=true`);
    expect(body.data.parent).not.toHaveProperty('owner');
    expect(shown({ ...body.data.parent, owner: null }).coOwners).toEqual(wanted(body.data.parent).coOwners);
  });

  it('[A225:fields] are fields of the type over GraphQL, wherever a record stands', async () => {
    const { data, errors } = await ask('chen', `{ customers(pagination: { pageSize: 100 }) { documentId owner { documentId name status } coOwners { documentId } }
      regions { customers(pagination: { pageSize: 100 }) { documentId owner { documentId } coOwners { documentId } } } }`);
    expect(errors).toBeUndefined();
    const all = [...data.customers, ...data.regions.flatMap(({ customers }: { customers: Customer[] }) => customers)] as Customer[];
    expect(idsOf(data.customers)).toEqual(idsOf(bookOf(world, 'chen')));
    expect(all.map(shown)).toEqual(all.map(wanted));
  });

  it('[A225:fields] of a hundred records cost two statements', async () => {
    const rest = (query: string) => statementsOf(site.strapi, () => get('ana', `customers?${ALL}${query}`));
    const graphql = (fields: string) => statementsOf(site.strapi, () => ask('ana', `{ customers(pagination: { pageSize: 100 }) { documentId ${fields} } }`));
    expect((await rest('&populate[owner]=true&populate[coOwners]=true')) - (await rest(''))).toBe(2);
    expect((await graphql('owner { name } coOwners { name }')) - (await graphql(''))).toBe(2);
  });

  const owned = (key: string) => planned(({ owner }) => owner === key);
  const helped = (key: string) => planned(({ coOwners }) => coOwners.includes(key));

  it('[A225:fields] are found by: who owns, one of several, nobody, who helps, oneself', async () => {
    const [carla, chen] = [member('carla'), member('chen')];
    const cases: [string, string, readonly string[]][] = [
      [`filters[owner][documentId][$eq]=${carla}`, `{ owner: { documentId: { eq: "${carla}" } } }`, owned('carla')],
      [`filters[owner][documentId]=${carla}`, `{ owner: { documentId: { eq: "${carla}" } } }`, owned('carla')],
      [`filters[owner][documentId][$in][0]=${carla}&filters[owner][documentId][$in][1]=${chen}`, `{ owner: { documentId: { in: ["${carla}", "${chen}"] } } }`, [...owned('carla'), ...owned('chen')]],
      ['filters[owner][documentId][$null]=true', '{ owner: { documentId: { null: true } } }', planned(({ owner }) => owner === null)],
      ['filters[owner][$null]=true', '{ owner: { documentId: { eq: null } } }', planned(({ owner }) => owner === null)],
      ['filters[owner][documentId][$notNull]=true', '{ owner: { documentId: { notNull: true } } }', planned(({ owner }) => owner !== null)],
      [`filters[owner][documentId][$ne]=${carla}`, `{ owner: { documentId: { ne: "${carla}" } } }`, planned(({ owner }) => owner !== null && owner !== 'carla')],
      [`filters[coOwners][documentId]=${carla}`, `{ coOwners: { documentId: { eq: "${carla}" } } }`, helped('carla')],
      [
        `filters[coOwners][documentId][$in][0]=${carla}&filters[coOwners][documentId][$in][1]=${chen}`,
        `{ coOwners: { documentId: { in: ["${carla}", "${chen}"] } } }`,
        planned(({ coOwners }) => coOwners.includes('carla') || coOwners.includes('chen')),
      ],
      ['filters[owner][documentId]=abcdefghijklmnopqrstuvwx', '{ owner: { documentId: { eq: "abcdefghijklmnopqrstuvwx" } } }', []],
    ];
    for (const [query, filters, expected] of cases) {
      expect([query, await found('ana', query)]).toEqual([query, page(expected)]);
      expect([filters, await foundByGraphql('ana', filters)]).toEqual([filters, page(expected)]);
    }
    expect(await found('carla', 'filters[owner][documentId]=me')).toEqual(page(owned('carla')));
    expect(await foundByGraphql('carla', '{ coOwners: { documentId: { in: ["me"] } } }')).toEqual(page(helped('carla')));
  });

  it('[A225:fields] go with what else is asked: and, or, not, other filters, pages, relations', async () => {
    const carla = member('carla');
    const isCarlas = ({ owner }: World['plan'][number]) => owner === 'carla';
    const either = 'filters[$or][0][owner][documentId]=me&filters[$or][1][coOwners][documentId]=me';
    expect(await found('carla', either)).toEqual(page(idsOf(bookOf(world, 'carla'))));
    expect(await found('ana', either.replaceAll('=me', `=${carla}`))).toEqual(page(idsOf(bookOf(world, 'carla'))));
    expect(await found('ana', `filters[$not][owner][documentId]=${carla}&filters[owner][documentId][$notNull]=true`)).toEqual(page(planned((customer) => customer.owner !== null && !isCarlas(customer))));
    expect(await found('ana', `filters[$not][coOwners][documentId]=${carla}`)).toEqual(page(planned(({ coOwners }) => !coOwners.includes('carla'))));
    const named = world.plan.filter((customer) => isCarlas(customer) && customer.name < 'M');
    expect(await found('ana', `filters[owner][documentId]=${carla}&filters[name][$lt]=M`)).toEqual(page(idsOf(named)));
    expect(await foundByGraphql('ana', `{ and: [{ owner: { documentId: { eq: "${carla}" } } }, { or: [{ name: { lt: "M" } }, { name: { eq: "none" } }] }] }`)).toEqual(page(idsOf(named)));

    const { body } = await get('ana', `customers?filters[owner][documentId]=${carla}&pagination[page]=2&pagination[pageSize]=3&sort=name`);
    const names = world.plan.filter(isCarlas).map(({ documentId }) => documentId);
    expect(body.meta.pagination).toMatchObject({ page: 2, pageSize: 3, total: names.length });
    expect(body.data).toHaveLength(Math.min(3, names.length - 3));

    const notes = await get('ana', `notes?pagination[pageSize]=100&filters[customer][owner][documentId]=${carla}&populate[customer][fields][0]=name`);
    expect(new Set(notes.body.data.map(({ customer }: { customer: Customer }) => customer.documentId))).toEqual(new Set(owned('carla')));
    const regions = await get('ana', `regions?pagination[pageSize]=100&populate[customers][filters][owner][documentId]=${carla}`);
    expect(new Set(regions.body.data.flatMap(({ customers }: { customers: Customer[] }) => idsOf(customers)))).toEqual(new Set(owned('carla')));
    const { data } = await ask('ana', `{ regions { customers(filters: { owner: { documentId: { eq: "${carla}" } } }, pagination: { pageSize: 100 }) { documentId } } }`);
    expect(new Set(data.regions.flatMap(({ customers }: { customers: Customer[] }) => idsOf(customers)))).toEqual(new Set(owned('carla')));
  });

  it('[A225:fields] are what a list is sorted by: the names, in either direction, with other orders and pages', async () => {
    const names = async (query: string): Promise<(string | undefined)[]> =>
      ((await get('ana', `customers?${ALL}&populate=owner&${query}`)).body.data as Customer[]).map(({ owner }) => owner?.name).filter((name) => name !== undefined);
    const ownerNames = (await names('sort=name')).sort();
    expect(await names('sort=owner.name')).toEqual(ownerNames);
    expect(await names('sort[0]=owner.name:desc&sort[1]=name')).toEqual([...ownerNames].reverse());
    expect(await names('sort[owner][name]=asc')).toEqual(ownerNames);

    const byOwnerAndName = (rows: readonly Customer[]) => rows.map(({ owner, name }) => `${owner?.name ?? ''} ${name}`);
    const filter = 'filters[owner][$notNull]=true';
    const whole = (await get('ana', `customers?${ALL}&populate=owner&${filter}&sort=owner.name,name:asc`)).body;
    expect(byOwnerAndName(whole.data)).toEqual([...byOwnerAndName(whole.data)].sort());
    const paged: Customer[] = [];
    for (let at = 1; at <= whole.meta.pagination.total / 10 + 1; at += 1) {
      const { body } = await get('ana', `customers?pagination[page]=${at}&pagination[pageSize]=10&populate=owner&${filter}&sort=owner.name,name:asc`);
      expect(body.meta.pagination.total).toBe(whole.meta.pagination.total);
      paged.push(...body.data);
    }
    expect(byOwnerAndName(paged)).toEqual(byOwnerAndName(whole.data));

    const { data, errors } = await ask('ana', '{ customers(sort: ["owner.name:desc"], filters: { owner: { documentId: { notNull: true } }, region: { name: { notNull: true } } }, pagination: { pageSize: 100 }) { owner { name } } }');
    expect(errors).toBeUndefined();
    expect(data.customers.map(({ owner }: Customer) => owner?.name)).toEqual([...ownerNames].reverse());
    const notes = await get('ana', 'notes?pagination[pageSize]=100&sort=customer.owner.name:desc&filters[customer][owner][$notNull]=true&populate[customer][populate][owner]=true');
    const of = notes.body.data.map(({ customer }: { customer: Customer }) => customer.owner?.name) as string[];
    expect(of).toEqual([...of].sort().reverse());
    expect(of.length).toBeGreaterThan(10);
  });

  it.each([
    ['filters[owner][name]=Carla', 'filters.owner.name'],
    ['filters[owner]=carla', 'filters.owner'],
    ['filters[owner][documentId][$contains]=a', 'filters.owner.documentId.$contains'],
    ['filters[$or][0][owner][documentId][$eq][x]=a', "filters.$or[0].owner.documentId.$eq"],
    ['filters[owner][documentId][$null]=perhaps', 'filters.owner.documentId.$null'],
    ['filters[coOwners][documentId][$ne]=a', 'filters.coOwners.documentId.$ne'],
    ['filters[coOwners][$null]=true', 'filters.coOwners.$null'],
    ['sort=owner', 'sort'],
    ['sort=owner.documentId:asc', 'sort'],
    ['populate[owner][fields][0]=email', 'populate.owner'],
  ])('[A225:fields] answer 400 and the path for %s', async (query, path) => {
    const { status, body } = await get('ana', `customers?${query}`);
    expect({ status, code: body.error.details.code, path: body.error.details.path }).toEqual({ status: 400, code: 'VALIDATION_FAILED', path });
  });

  it('[A225:fields] cannot sort what hangs on another record, and say so', async () => {
    const rest = await get('ana', 'regions?populate[customers][sort]=owner.name');
    expect(rest.status).toBe(400);
    const { errors } = await ask('ana', '{ regions { customers(sort: "owner.name") { name } } }');
    expect(errors[0].extensions.error.details).toEqual({ code: 'VALIDATION_FAILED', path: 'sort' });
  });

  it('[A225:fields] are not there for types without owners, and for whoever is nobody here', async () => {
    for (const query of ['populate=owner', 'filters[owner][documentId]=me', 'sort=owner.name']) {
      const { status, body } = await get('ana', `regions?${query}`);
      expect([query, status, body.error.details.code]).toEqual([query, 400, undefined]);
    }
    const { errors } = await ask('ana', '{ regions { owner { name } } }');
    expect(errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
