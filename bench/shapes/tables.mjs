export const COVERED = 'customers_covered';

const DEFINITION = `select sql from sqlite_master where type = 'table' and name = 'customers'`;

const emptyCopy = async (engine, connection) => {
  if (engine === 'postgres') return connection.run(`create table ${COVERED} (like customers including defaults, primary key (id))`);
  const [{ sql }] = await connection.all(DEFINITION);
  return connection.run(sql.replace(/customers/, COVERED));
};

/** The same rows with another index on the owner: one that holds all that a list's filter and a count look at. */
export const copyWithCoveringIndex = async (engine, connection) => {
  await emptyCopy(engine, connection);
  await connection.run(`insert into ${COVERED} select * from customers`);
  await connection.run(`create index ${COVERED}_documents on ${COVERED} (document_id, locale, published_at)`);
  await connection.run(`create index ${COVERED}_owner on ${COVERED} (roster_owner, id, locale, published_at)`);
  await connection.settle();
};

export const dropCopy = (connection) => connection.run(`drop table ${COVERED}`);
