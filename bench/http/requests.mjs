const LIST = '/api/customers?pagination[pageSize]=25';
const WITHOUT_COUNT = '&pagination[withCount]=false';
const GRAPHQL = JSON.stringify({ query: '{ customers(pagination: { pageSize: 25 }) { documentId name arr tier } }' });

/** As the panel asks when somebody opens the list. */
const IN_PANEL = '/content-manager/collection-types/api::customer.customer?page=1&pageSize=10&sort=name:ASC';

/**
 * What a person does all day. `found` tells how many records an answer speaks of, `expected` how many it must.
 * `door`: whose token it takes. `once`: the same whatever the book.
 */
export const REQUESTS = {
  one: { request: (record) => ({ path: `/api/customers/${record}` }), found: ({ data }) => (data ? 1 : 0), expected: () => 1 },
  list: { request: () => ({ path: LIST + WITHOUT_COUNT }), found: ({ data }) => data.length, expected: (size) => Math.min(25, size) },
  'list + count': { request: () => ({ path: LIST }), found: ({ meta }) => meta.pagination.total, expected: (size) => size },
  sorted: { request: () => ({ path: `${LIST}${WITHOUT_COUNT}&sort=name` }), found: ({ data }) => data.length, expected: (size) => Math.min(25, size) },
  graphql: { request: () => ({ method: 'POST', path: '/graphql', body: GRAPHQL }), found: ({ data }) => data.customers.length, expected: (size) => Math.min(25, size) },
  'panel list': { door: 'panel', request: () => ({ path: IN_PANEL }), found: ({ pagination }) => pagination.total, expected: (size) => size },
  'unbound list': { once: true, request: () => ({ path: '/api/regions?pagination[pageSize]=25' }), found: ({ data }) => data.length, expected: () => 25 },
};
