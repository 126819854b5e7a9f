const ENTRIES = 'roster_audit_entries';
const DAYS = 'roster_audit_days';
const DAY_MS = 86_400_000;

/** What differs between the databases: how a number becomes three digits, how a moment moves by a day, which indexes there are. */
const DIALECTS = {
  sqlite: { digits: (number) => `printf('%03d', ${number})`, moved: (column, days) => `${column} + ${days * DAY_MS}`, after: async () => undefined, indexes: (table) => `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = '${table}'` },
  postgres: {
    indexes: (table) => `SELECT indexname AS name, indexdef AS sql FROM pg_indexes WHERE tablename = '${table}' AND indexname NOT IN (SELECT conname FROM pg_constraint)`,
    digits: (number) => `lpad('${number}', 3, '0')`,
    moved: (column, days) => `${column} + interval '${days} days'`,
    after: (connection, table) => connection.run(`SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT max(id) FROM ${table}))`),
  },
};

const dayAfter = (day, days) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

const columnsOf = async (connection, table) => Object.keys((await connection.all(`SELECT * FROM ${table} LIMIT 1`))[0]);

/**
 * Makes so many days of one: each has the entries of the first, with ids, places and moments that follow. To search in,
 * and not to check: nobody has sealed the copies.
 */
export const multiplyLog = async (connection, engine, copies) => {
  const { digits, moved, after, indexes } = DIALECTS[engine];
  const columns = await columnsOf(connection, ENTRIES);
  // Today's are the last: what is there moves back, day by day, and is copied forward.
  await connection.run(`UPDATE ${ENTRIES} SET occurred_at = ${moved('occurred_at', -copies)}`);
  const [{ id: most, place: size }] = await connection.all(`SELECT max(id) AS id, max(place) + 1 AS place FROM ${ENTRIES}`);
  const days = await connection.all(`SELECT * FROM ${DAYS}`);
  await connection.run(`DELETE FROM ${DAYS}`);
  const dayColumns = Object.keys(days[0]).filter((name) => name !== 'id');
  const ofDay = (copy) => days.map((row) => ({ ...row, day: dayAfter(row.day, copy - copies), first_id: Number(row.first_id) + copy * Number(most), last_id: Number(row.last_id) + copy * Number(most) }));
  const addDay = (copy) => connection.insert(DAYS, dayColumns, ofDay(copy).map((row) => dayColumns.map((name) => row[name])));
  await addDay(0);
  // Made at the end, in one go each: with them, ten million rows take an hour.
  const dropped = await connection.all(indexes(ENTRIES));
  for (const { name } of dropped) await connection.run(`DROP INDEX "${name}"`);
  for (let copy = 1; copy <= copies; copy += 1) {
    const own = {
      id: `id + ${copy * Number(most)}`,
      place: `place + ${copy * Number(size)}`,
      event_id: `substr(event_id, 1, 32) || 'x' || ${digits(copy)}`,
      occurred_at: moved('occurred_at', copy),
    };
    await connection.run(`INSERT INTO ${ENTRIES} (${columns.join(', ')}) SELECT ${columns.map((name) => own[name] ?? name).join(', ')} FROM ${ENTRIES} WHERE id <= ${most}`);
    await addDay(copy);
  }
  for (const { sql } of dropped) await connection.run(sql);
  await after(connection, ENTRIES);
  await connection.settle();
  return Number((await connection.all(`SELECT count(*) AS count FROM ${ENTRIES}`))[0].count);
};
