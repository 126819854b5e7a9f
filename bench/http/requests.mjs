const LIST = '/api/customers?pagination[pageSize]=25';
const WITHOUT_COUNT = '&pagination[withCount]=false';
const GRAPHQL = JSON.stringify({ query: '{ customers(pagination: { pageSize: 25 }) { documentId name arr tier } }' });

/** What a person does all day. `found` tells how many records an answer speaks of. */
export const REQUESTS = {
  one: { request: (record) => ({ path: `/api/customers/${record}` }), found: ({ data }) => (data ? 1 : 0) },
  list: { request: () => ({ path: LIST + WITHOUT_COUNT }), found: ({ data }) => data.length },
  'list + count': { request: () => ({ path: LIST }), found: ({ meta }) => meta.pagination.total },
  sorted: { request: () => ({ path: `${LIST}${WITHOUT_COUNT}&sort=name` }), found: ({ data }) => data.length },
  graphql: { request: () => ({ method: 'POST', path: '/graphql', body: GRAPHQL }), found: ({ data }) => data.customers.length },
};

export const expected = (name, size) => ({ one: 1, 'list + count': size })[name] ?? Math.min(25, size);
