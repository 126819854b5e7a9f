import type { Asked } from './asked';
import { readOwnerQuery } from './owner-query';
import type { Data, Site } from './virtual-fields';

const CUSTOMER = 'customer';

/** Notes hang on customers, customers on customers; only customers have owners. */
const site: Site = {
  offered: (uid, key) => (uid === CUSTOMER && (key === 'owner' || key === 'coOwners') ? key : undefined),
  behind: (_uid, attribute) => ({ customer: CUSTOMER, parent: CUSTOMER, notes: 'note', address: 'address' })[attribute],
};

const read = (query: Data, uid = CUSTOMER) => {
  let marks = 0;
  return readOwnerQuery(query, uid, site, { me: 'carla', mark: () => `mark ${(marks += 1)}` });
};

const plain = ({ fields, nested }: Asked): object => ({ fields: [...fields], ...Object.fromEntries([...nested].map(([name, asked]) => [name, plain(asked)])) });

const errorOf = (query: Data, uid?: string): unknown => {
  try {
    return read(query, uid);
  } catch (error) {
    const { code, details } = error as { code: string; details: { path: string } };
    return [code, details.path];
  }
};

describe('a query that says nothing of owners', () => {
  it.each<[string, Data]>([
    ['nothing', {}],
    ['filters', { filters: { $or: [{ name: { $eq: 'owner' } }, { parent: { name: 'x' } }], owners: 1 } }],
    ['an order', { sort: ['name', 'parent.name:desc'] }],
    ['relations', { populate: { parent: { populate: '*', filters: { name: 'x' } }, notes: true } }],
    ['what another type may have', { populate: 'notes.owner', filters: { notes: { owner: 1 } }, sort: 'notes.owner.name' }],
  ])('is left as it came: %s', (_what, query) => expect(read(query)).toBeUndefined());
});

describe('filters', () => {
  const mark = (number: number) => ({ documentId: { $eq: `mark ${number}` } });

  it('have a mark in the place of each condition, beside what else stands there', () => {
    const found = read({ filters: { name: 'x', owner: { documentId: 'a' }, $or: [{ coOwners: { documentId: 'b' } }, { parent: { owner: { $null: 'true' } } }] }, page: 1 });
    expect(found?.rest).toEqual({ page: 1, filters: { $and: [{ name: 'x', $or: [{ $and: [mark(2)] }, { parent: { $and: [mark(3)] } }] }, mark(1)] } });
    expect([...(found?.conditions ?? [])].map(([, condition]) => condition)).toEqual([
      { where: { rosterOwner: { $eq: 'a' } } },
      { uid: CUSTOMER, predicate: { kind: 'entry', entryKind: 'co-owner', member: 'b', type: CUSTOMER } },
      { where: { rosterOwner: { $null: true } } },
    ]);
  });

  it('know who asks, and what GraphQL sends: objects without a prototype, and null', () => {
    const bare = Object.assign(Object.create(null) as object, { documentId: Object.assign(Object.create(null) as object, { $in: ['me', 'b'], $ne: null }) });
    expect([...(read({ filters: { owner: bare } })?.conditions.values() ?? [])]).toEqual([{ where: { rosterOwner: { $in: ['carla', 'b'], $ne: null } } }]);
  });

  it.each<[Data, string]>([
    [{ owner: 'a' }, 'filters.owner'],
    [{ owner: null }, 'filters.owner'],
    [{ owner: ['a'] }, 'filters.owner'],
    [{ owner: { name: 'a' } }, 'filters.owner.name'],
    [{ owner: { documentId: { $like: 'a' } } }, 'filters.owner.documentId.$like'],
    [{ owner: { documentId: { $in: ['a', { $ne: 1 }] } } }, 'filters.owner.documentId.$in[1]'],
    [{ owner: { documentId: { $eq: { toString: 'a' } } } }, 'filters.owner.documentId.$eq'],
    [{ owner: { documentId: { constructor: 'a' } } }, 'filters.owner.documentId.constructor'],
    [{ $and: [{ coOwners: { documentId: { $notIn: ['a'] } } }] }, 'filters.$and[0].coOwners.documentId.$notIn'],
    [{ coOwners: { documentId: { $in: Array.from({ length: 101 }, () => 'a') } } }, 'filters.coOwners.documentId.$in'],
  ])('are refused with the path: %j', (filters, path) => expect(errorOf({ filters })).toEqual(['VALIDATION_FAILED', path]));

  it('refuse `me` from whoever is no member', () => {
    const ask = () => readOwnerQuery({ filters: { owner: { documentId: 'me' } } }, CUSTOMER, site, { me: undefined, mark: () => 'mark' });
    expect(ask).toThrow('`me` is a member');
  });
});

describe('what is to be shown', () => {
  it.each<[unknown, unknown, object]>([
    ['owner', undefined, { fields: ['owner'] }],
    ['owner, coOwners ,notes', 'notes', { fields: ['owner', 'coOwners'] }],
    [['*', 'owner'], '*', { fields: ['owner'] }],
    [['parent.owner', 'parent.notes', 'notes'], ['parent.notes', 'notes'], { fields: [], parent: { fields: ['owner'] } }],
    [{ owner: 'true', notes: 'true' }, { notes: 'true' }, { fields: ['owner'] }],
    [{ owner: true }, undefined, { fields: ['owner'] }],
    [{ parent: { populate: { coOwners: '*' } } }, { parent: true }, { fields: [], parent: { fields: ['coOwners'] } }],
    [{ parent: { fields: ['name'], populate: ['owner'] } }, { parent: { fields: ['name'] } }, { fields: [], parent: { fields: ['owner'] } }],
  ])('is taken out of what the host populates: %j', (populate, left, asked) => {
    const found = read({ populate });
    expect([found?.rest['populate'], plain(found?.asked as Asked)]).toEqual([left, asked]);
  });

  it('is all of a member or nothing', () => {
    for (const value of [{ fields: ['name'] }, 'false', 0, ['name']]) expect(errorOf({ populate: { owner: value } })).toEqual(['VALIDATION_FAILED', 'populate.owner']);
  });

  it('is found below relations, with their own filters', () => {
    const found = read({ populate: { customer: { filters: { owner: { documentId: 'a' } }, populate: 'owner' } } }, 'note');
    expect(found?.rest).toEqual({ populate: { customer: { filters: { $and: [{ documentId: { $eq: 'mark 1' } }] } } } });
    expect(plain(found?.asked as Asked)).toEqual({ fields: [], customer: { fields: ['owner'] } });
  });
});

describe('an order', () => {
  it.each<[unknown, string, readonly [string, string][]]>([
    ['owner.name', CUSTOMER, [['documentId', 'rosterOwner']]],
    ['name:desc, owner.name:desc', CUSTOMER, [['name:desc', 'name:desc'], ['documentId:desc', 'rosterOwner:desc']]],
    [['customer.owner.name:asc', 'title'], 'note', [['customer.documentId:asc', 'customer.rosterOwner:asc'], ['title', 'title']]],
    [{ owner: { name: 'asc' }, name: 'desc' }, CUSTOMER, [['documentId:asc', 'rosterOwner:asc'], ['name:desc', 'name:desc']]],
    [[{ parent: { owner: { name: 'DESC' } } }], CUSTOMER, [['parent.documentId:DESC', 'parent.rosterOwner:DESC']]],
  ])('by owners is what the host may look at, and what it is to sort by: %j', (sort, uid, steps) => {
    const found = read({ sort }, uid);
    expect(found?.order).toEqual(steps.map(([checked, actual]) => ({ checked, actual })));
    expect(found?.rest).toEqual({});
  });

  it.each(['owner', 'owner:asc', 'owner.documentId', 'parent.owner.status:asc', 'owner.name.x'])('by anything else of an owner is refused: %s', (sort) =>
    expect(errorOf({ sort })).toEqual(['VALIDATION_FAILED', 'sort']),
  );

  it('by co-owners is left to the host, which knows no such thing', () => expect(read({ sort: 'coOwners.name' })).toBeUndefined());
});
