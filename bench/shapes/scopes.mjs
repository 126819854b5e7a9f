import { CUSTOMER } from '../site/variants.mjs';
import { COVERED } from './tables.mjs';

/** Up to so many ids are written into the statement. */
const INLINE = 500;

const ENTRIES = 'select record from roster_entries where member = ? and type = ? and kind = ?';
const marks = (list) => list.map(() => '?').join(', ');

const entriesOf = (member, kind) => [member, CUSTOMER, kind];

const byColumn = (member) => ({ where: 't0.roster_owner = ?', values: [member] });

const byIn = (member, kind = 'owner') => ({ where: `t0.document_id in (${ENTRIES})`, values: entriesOf(member, kind) });

const byExists = (member) => ({
  where: 'exists (select 1 from roster_entries re where re.record = t0.document_id and re.member = ? and re.type = ? and re.kind = ?)',
  values: entriesOf(member, 'owner'),
});

/** Reads the ids first, which is a statement more, and lets their number decide. */
const bySize = async (connection, member) => {
  const rows = await connection.all(`${ENTRIES} limit ?`, [...entriesOf(member, 'owner'), INLINE + 1]);
  if (rows.length > INLINE) return byExists(member);
  return { where: `t0.document_id in (${marks(rows)})`, values: rows.map(({ record }) => record) };
};

const either = (...scopes) => ({
  where: `(${scopes.map(({ where }) => `(${where})`).join(' or ')})`,
  values: scopes.flatMap(({ values }) => values),
});

/** The few records with which he helps, read first and written into the statement. */
const byColumnOrInlined = async (connection, member, helper) => {
  const rows = await connection.all(`${ENTRIES} limit ?`, [...entriesOf(helper, 'co-owner'), INLINE + 1]);
  return either(byColumn(member), { where: `t0.document_id in (${marks(rows)})`, values: rows.map(({ record }) => record) });
};

const byUnion = (member, helper) => ({
  where: `t0.id in (select c.id from customers c where c.roster_owner = ? union all select c.id from roster_entries e join customers c on c.document_id = e.record where e.member = ? and e.type = ? and e.kind = ?)`,
  values: [member, ...entriesOf(helper, 'co-owner')],
});

/** The ids as one value, computed before the scan: then both sides of the OR can use an index. PostgreSQL only. */
const byColumnOrArray = (member, helper) =>
  either(byColumn(member), { where: `t0.document_id = any(array(${ENTRIES}))`, values: entriesOf(helper, 'co-owner') });

export const YARDSTICK = 'owner column';

/**
 * The ways in which a scope can reach rows. The first is what a site writes by hand, and what the
 * plugin writes for a member without co-owner entries. `plus` also reaches the 20 records of a helper.
 */
export const SCOPES = {
  [YARDSTICK]: { build: ({ member }) => byColumn(member) },
  'IN (entries)': { build: ({ member }) => byIn(member) },
  'EXISTS (entries)': { build: ({ member }) => byExists(member) },
  'by size: ids or EXISTS': { build: ({ connection, member }) => bySize(connection, member) },
  'column OR IN': { plus: true, build: ({ member, helper }) => either(byColumn(member), byIn(helper, 'co-owner')) },
  'column OR ids': { plus: true, build: ({ connection, member, helper }) => byColumnOrInlined(connection, member, helper) },
  'IN (column UNION ALL entries)': { plus: true, build: ({ member, helper }) => byUnion(member, helper) },
  'column OR = ANY (ARRAY)': { plus: true, only: 'postgres', build: ({ member, helper }) => byColumnOrArray(member, helper) },
  /** The same column, with an index that holds all that a list's filter and a count look at. */
  'column, covering index': { table: COVERED, build: ({ member }) => byColumn(member) },
  'column OR IN, covering': { plus: true, table: COVERED, build: ({ member, helper }) => either(byColumn(member), byIn(helper, 'co-owner')) },
  'column OR = ANY, covering': { plus: true, only: 'postgres', table: COVERED, build: ({ member, helper }) => byColumnOrArray(member, helper) },
};
