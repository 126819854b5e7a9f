import { createHash } from 'node:crypto';

import { CUSTOMER } from '../site/variants.mjs';

const OWNED = `FROM roster_entries WHERE type = '${CUSTOMER}' AND kind = 'owner'`;

const numberOf = async (connection, sql, values = []) => Number(Object.values((await connection.all(sql, values))[0])[0]);

/** All entries, whatever their order and their ids. */
const digestOf = async (connection) => {
  const rows = await connection.all(`SELECT record, member, kind, source, rule FROM roster_entries WHERE type = '${CUSTOMER}'`);
  const hash = createHash('sha256');
  for (const line of rows.map((row) => JSON.stringify([row.record, row.member, row.kind, row.source, row.rule])).sort()) hash.update(`${line}\n`);
  return hash.digest('hex');
};

/** Moves of a job whose record belongs to whom they say. A row holds many, as JSON. */
const movedOf = async (connection, job) => {
  const owners = new Map((await connection.all(`SELECT record, member ${OWNED}`)).map(({ record, member }) => [record, member]));
  const rows = await connection.all('SELECT list FROM roster_moves WHERE job = ?', [job]);
  return rows.flatMap(({ list }) => JSON.parse(list)).filter(({ record, to }) => owners.get(record) === to).length;
};

const jobOf = async (connection, job) => {
  const [{ done, total, status, error }] = await connection.all('SELECT done, total, status, error FROM roster_jobs WHERE document_id = ?', [job]);
  const moved = await movedOf(connection, job);
  const lines = await numberOf(connection, 'SELECT count(DISTINCT record) FROM roster_assignments WHERE batch = ?', [job]);
  const all = await numberOf(connection, 'SELECT count(*) FROM roster_assignments WHERE batch = ?', [job]);
  // Twice told is as wrong as not told.
  return { done, total, status, error, moved, lines: lines === all ? lines : NaN };
};

/** What the tables of a site say, read beside the site: of the books, and of a job if one is named. */
export const readBooks = async (database, job) => {
  const connection = await database.connect();
  try {
    return {
      records: await numberOf(connection, 'SELECT count(DISTINCT document_id) FROM customers'),
      owners: await numberOf(connection, `SELECT count(*) ${OWNED}`),
      twice: await numberOf(connection, `SELECT count(*) FROM (SELECT record ${OWNED} GROUP BY record HAVING count(*) > 1) more`),
      unlike: await numberOf(connection, `SELECT count(*) FROM customers c JOIN roster_entries e ON e.record = c.document_id AND e.type = '${CUSTOMER}' AND e.kind = 'owner' WHERE c.roster_owner IS NULL OR c.roster_owner <> e.member`),
      ...(job === undefined ? { digest: await digestOf(connection) } : await jobOf(connection, job)),
    };
  } finally {
    await connection.close();
  }
};
