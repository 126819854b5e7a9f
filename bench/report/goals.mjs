import { figure, whole } from './format.mjs';

const atMost = (limit) => ({ says: `≤ ${limit}`, holds: (value) => value <= limit });
const atLeast = (limit) => ({ says: `≥ ${limit}`, holds: (value) => value >= limit });

/** One goal: the worst of what was measured for it decides. Nothing measured is neither met nor missed. */
const goal = (number, text, { says, holds }, measured) => {
  const known = measured.filter(({ value }) => value !== undefined && !Number.isNaN(value));
  if (known.length === 0) return { number, text, limit: says, verdict: 'not measured' };
  const missed = known.filter(({ value }) => !holds(value));
  const worst = known.reduce((a, b) => (says.startsWith('≤') === b.value > a.value ? b : a));
  return {
    number,
    text,
    limit: says,
    worst: figure(worst.value),
    where: worst.where,
    verdict: missed.length === 0 ? 'met' : known.length === 1 ? 'not met' : `not met in ${missed.length} of ${known.length}`,
  };
};

const unmeasured = (number, text) => goal(number, text, { says: '' }, []);

const cellsOf = ({ databases }, keep, series = 'http') =>
  Object.entries(databases).flatMap(([database, { [series]: cells = [] }]) =>
    cells.filter(keep).map((cell) => ({ ...cell, where: `${cell.request}, book of ${whole(cell.book)}, ${database}` })),
  );

const ratios = (results, yardstick, keep) =>
  cellsOf(results, (cell) => cell.coOwned === 0 && keep(cell)).map((cell) => ({ value: cell[yardstick].cpu.median, where: cell.where }));

const decisionGoals = ({ decision }) => {
  const ofRoles = (pick) => decision?.roles.map((role) => ({ value: pick(role), where: `role "${role.role}", ${role.permissions} permissions` })) ?? [];
  return [
    goal(1, 'a decision, ns', atMost(15), ofRoles(({ ns }) => ns.decide.median)),
    goal(1, 'flat: large role against small', atMost(1.1), decision ? [{ value: decision.wideToCsm.median, where: '480 permissions against 14' }] : []),
    goal(1, 'a cached CASL ability against it', atLeast(10), ofRoles(({ ratios: { casl } }) => casl.median)),
    goal(1, '500 questions, ms', atMost(1), ofRoles(({ ns }) => ns.check500.median / 1e6)),
  ];
};

const ruleGoals = ({ rules = [] }) => {
  const CASES = { match: 'one matches', none: 'none matches' };
  const of = (count, pick) =>
    rules.filter((size) => size.rules === count).flatMap((size) => Object.entries(CASES).map(([key, where]) => ({ value: pick(size[key]), where: `${whole(count)} rules, ${where}` })));
  const large = rules.filter((size) => size.rules === 10_000);
  return [
    goal('R', 'json-rules-engine against the rules, times', atLeast(4_000), of(1_000, ({ ratios }) => ratios.jsonRulesEngine.median)),
    goal('R', 'a compiled scan against them, times', atLeast(10), of(1_000, ({ ratios }) => ratios.scan.median)),
    goal('R', 'records a second, none matches', atLeast(150_000), large.map(({ none }) => ({ value: none.perSecond.roster.median, where: '10,000 rules' }))),
    goal('R', 'compiled in, ms', atMost(150), large.map(({ compileMs }) => ({ value: compileMs.median, where: '10,000 rules' }))),
  ];
};

/** What the figures of one part say, database by database. */
const perDatabase = ({ databases }, part, pick) => Object.entries(databases).flatMap(([where, { [part]: found }]) => (found ? [{ value: pick(found), where }] : []));

const movingGoals = (results) => {
  const of = (key) => perDatabase(results, 'rebalance', (found) => found[key].median);
  return [
    goal('R', 'a create with 1,000 rules against one without', atMost(1.03), perDatabase(results, 'creates', ({ ratio }) => ratio.median)),
    goal('M', '100,000 records change owner in, s', atMost(8), of('jobSeconds')),
    goal('M', 'one by one against it, times', atLeast(100), of('times')),
    goal('M', 'a plan for 100,000 in, s', atMost(1), of('planSeconds')),
    goal('M', 'the way back in, s', atMost(8), of('undoSeconds')),
    goal('M', 'the longest transaction, ms', atMost(250), of('longestTransactionMs')),
    goal('M', 'the event loop is held, ms', atMost(50), of('longestHoldMs')),
    goal('M', 'memory more (resident), MB', atMost(50), of('moreMemoryMb')),
  ];
};

const importGoals = (results) => {
  const of = (pick) => perDatabase(results, 'import', pick);
  return [
    goal('I', '10,000 rows of people looked through, stored and audited in, s', atMost(2), of(({ seconds }) => seconds.median)),
    goal('I', 'inviting one by one against it, times', atLeast(40), of(({ times }) => times.median)),
    goal('I', 'the event loop is held, ms', atMost(50), of(({ holdMs }) => holdMs.median)),
    goal('I', 'memory more (resident) while 100 MB are refused, MB', atMost(20), of(({ upload }) => upload.moreMb)),
  ];
};

const auditGoals = (results) => {
  const of = (pick) => perDatabase(results, 'audit', pick);
  return [
    goal('A', 'an entry, part of the CPU of a PUT', atMost(0.015), of(({ entry }) => entry.ofPut.median)),
    goal('A', 'throughput of an audited action against the same without', atLeast(0.85), of(({ entry }) => entry.throughput.median)),
    goal('A', 'entries checked a second', atLeast(200_000), of(({ checkedPerSecond }) => checkedPerSecond.median)),
    goal('A', 'a page of any search, ms (10 million: soak)', atMost(5), of(({ slowestSearch }) => slowestSearch.ms)),
    goal('A', 'csv-stringify against the CSV of an export, times', atLeast(1.4), results.csv ? [{ value: results.csv.times.median, where: 'the same rows' }] : []),
    goal('A', 'memory more in an export (resident), MB', atMost(60), of((found) => found.export.moreMb)),
    goal('A', 'the event loop is held by an export, ms', atMost(50), of((found) => found.export.holdMs)),
    goal('A', 'the event loop is held by a check, ms', atMost(50), of(({ checkHoldMs }) => checkHoldMs.median)),
  ];
};

const EQUAL_WORK = new Set(['one', 'list', 'list + count', 'sorted']);

const equalWorkGoals = (results) => {
  const equal = ({ request }) => EQUAL_WORK.has(request);
  const added = cellsOf(results, equal).map((cell) => ({ value: cell.statements.roster - cell.statements.filtered, where: cell.where }));
  return [
    goal(2, 'CPU against a filter by hand, gate', atMost(1.05), ratios(results, 'toFiltered', equal)),
    goal(2, 'statements more than by hand', atMost(1), added),
    goal(2, 'CPU against a filter by hand, moonshot', atMost(0.9), ratios(results, 'toFiltered', equal)),
    goal(2, 'the same with 400 permissions more', atMost(0.6), cellsOf(results, () => true, 'wide').map(({ toFiltered, where }) => ({ value: toFiltered.cpu.median, where }))),
  ];
};

const moonshots = (results, books) => {
  const [, medium, large] = books;
  const against = (request, book) => ratios(results, 'toStock', (cell) => cell.request === request && cell.book === book);
  return [
    goal(3, 'CPU against stock unscoped: one', atMost(0.65), against('one', medium)),
    goal(3, 'list', atMost(0.7), against('list', medium)),
    goal(3, `list + count, book of ${whole(medium)}`, atMost(0.45), against('list + count', medium)),
    goal(3, `list + count, book of ${whole(large)}`, atMost(0.85), against('list + count', large)),
    goal(3, 'GraphQL list', atMost(0.75), against('graphql', medium)),
    unmeasured(3, 'populate through a derived type; filter through a governed relation'),
  ];
};

/** Where Roster meets the host's own way, or nothing to do at all. */
const doorGoals = (results) => {
  const of = (request) => ({ request: name }) => name === request;
  // The host's own authentication takes six; what is left is for the data.
  const forUser = cellsOf(results, ({ request, coOwned }) => coOwned === 0 && EQUAL_WORK.has(request)).map(({ statements, where }) => ({ value: statements.roster - (statements.stock - 6), where }));
  return [
    goal(4, 'Content Manager list, CPU against a condition', atMost(1), ratios(results, 'toFiltered', of('panel list'))),
    goal(4, 'a type without a binding, CPU against stock', atMost(1.02), ratios(results, 'toStock', of('unbound list'))),
    goal(5, 'statements to authenticate and to scope, moonshot', atMost(2), forUser),
  ];
};

const weightGoals = ({ databases }) => {
  const of = (what) => Object.entries(databases).flatMap(([where, { weight }]) => (weight ? [{ value: weight[what].more.median, where }] : []));
  return [
    goal(7, 'memory more (heap), MB', atMost(15), of('heap')),
    goal(7, 'memory more (resident), MB', atMost(15), of('rss')),
    unmeasured(7, 'memory with 100 roles × 150 features, 10,000 rules and members'),
    goal(7, 'boot longer, ms', atMost(150), of('boot')),
  ];
};

/** What was to be reached, and whether it was. */
export const judge = (results, books) => [
  ...decisionGoals(results),
  ...ruleGoals(results),
  ...movingGoals(results),
  ...importGoals(results),
  ...auditGoals(results),
  ...equalWorkGoals(results),
  ...moonshots(results, books),
  ...doorGoals(results),
  ...weightGoals(results),
];
