/** The host's own statements for a REST request on published customers, with the scope in its place. */
const select = (what, { where, table = 'customers', rest }) =>
  `select ${what} from ${table} as t0 where (t0.published_at is not null and t0.locale = ? and ${where} and t0.published_at is not null) ${rest}`;

export const REQUESTS = {
  one: ({ where, values, table, record }) => ({
    sql: select('t0.*', { table, where: `(t0.document_id = ? and ${where})`, rest: 'order by t0.id asc limit ?' }),
    values: ['en', record, ...values, 1],
  }),
  list: ({ where, values, table }) => ({
    sql: select('t0.*', { table, where, rest: 'order by t0.id asc limit ?' }),
    values: ['en', ...values, 25],
  }),
  sorted: ({ where, values, table }) => ({
    sql: select('t0.*', { table, where, rest: 'order by t0.name asc limit ?' }),
    values: ['en', ...values, 25],
  }),
  count: ({ where, values, table }) => ({
    sql: select('count(t0.id) as count', { table, where, rest: 'limit ?' }),
    values: ['en', ...values, 1],
  }),
};
