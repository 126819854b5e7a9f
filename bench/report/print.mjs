import { figure, median, spread, whole } from './format.mjs';
import { table } from './table.mjs';

const say = (lines) => console.log(lines.join('\n'));

const QUESTIONS = {
  decide: 'decide()',
  casl: 'CASL, cached',
  strapi: '@strapi/permissions, cached',
  decideRecord: 'decide() about a record',
  caslRecord: 'CASL, cached, about a record',
  strapiPerRequest: '@strapi/permissions, built for the question',
  check500: '500 questions, text to text',
  loop: '(the loop alone, in each figure)',
};

const printDecision = ({ roles, wideToCsm }) => {
  const head = ['ns a question', ...roles.map(({ role, permissions }) => `${role}, ${permissions} permissions`)];
  const rows = Object.entries(QUESTIONS).map(([key, text]) => [text, ...roles.map(({ ns }) => spread(ns[key]))]);
  say(['', '# Decision', '', ...table(head, rows), '', `A large role against a small one: ${spread(wideToCsm)}`]);
};

const CONTENDERS = { roster: 'Roster', scan: 'the same rules, one by one', jsonLogicEngine: 'json-logic-engine, compiled', jsonRulesEngine: 'json-rules-engine' };

const printRules = (sizes) => {
  const heads = sizes.map(({ rules }) => `${whole(rules)} rules`);
  const rows = (key) =>
    Object.entries(CONTENDERS).map(([name, text]) => [
      text,
      ...sizes.map(({ [key]: { perSecond, ratios } }) => `${whole(perSecond[name].median)}${ratios[name] ? `  × ${spread(ratios[name])}` : ''}`),
    ]);
  const meta = [
    ['the rule that matches, on average', ...sizes.map(({ meanMatch }) => whole(meanMatch))],
    ['compiled in, ms', ...sizes.map(({ compileMs }) => spread(compileMs))],
  ];
  say(['', '# Rules: customers a second of CPU, × how much longer than Roster', '', ...table(['one of them matches', ...heads], rows('match'))]);
  say(['', ...table(['none matches', ...heads], rows('none')), '', ...table(['', ...heads], meta)]);
};

const printShapes = (database, cells) => {
  const books = [...new Set(cells.map(({ book }) => book))];
  for (const request of new Set(cells.map((cell) => cell.request))) {
    const of = (book) => cells.find((cell) => cell.request === request && cell.book === book).shapes;
    const shape = (key) => books.map((book) => {
      const { ms, ratio } = of(book)[key];
      return `${figure(ms.median)} ms  × ${spread(ratio)}`;
    });
    const head = [`${database}, ${request}`, ...books.map((book) => `book of ${whole(book)}`)];
    say(['', ...table(head, Object.keys(of(books[0])).map((key) => [key, ...shape(key)]))]);
  }
};

const printHttp = (database, cells) => {
  const head = [`${database}, CPU ms`, 'stock', 'by hand', 'Roster', 'to stock', 'to by hand', 'wall to stock', 'wall to by hand', 'noise', 'statements'];
  const rows = cells.map(({ request, book, coOwned, permissions, ms, toStock, toFiltered, noise, statements }) => [
    `${request}, book of ${whole(book)}${coOwned ? ` + ${coOwned}` : ''}${permissions ? `, ${permissions} permissions` : ''}`,
    median(ms.stock.cpu),
    median(ms.filtered.cpu),
    median(ms.roster.cpu),
    spread(toStock.cpu),
    spread(toFiltered.cpu),
    median(toStock.wall),
    median(toFiltered.wall),
    spread(noise),
    [statements.stock, statements.filtered, statements.roster].join(' / '),
  ]);
  say(['', ...table(head, rows)]);
};

const printWeight = (database, { boot, heap, rss }) => {
  const row = (text, { stock, more, ratio }) => [text, median(stock), spread(more), spread(ratio)];
  say(['', ...table([`${database}`, 'stock', 'Roster: more', 'ratio'], [row('boot, ms', boot), row('heap, MB', heap), row('resident, MB', rss)])]);
};

const printCreates = (database, { rules, withoutMs, ruledMs, ratio, noise }) =>
  say(['', ...table([`${database}: CPU of one creation`, 'without rules, ms', `${whole(rules)} rules, ms`, 'ratio', 'noise'], [['none of them matches', spread(withoutMs), spread(ruledMs), spread(ratio), spread(noise)]])]);

const printRebalance = (database, { moved, planSeconds, jobSeconds, undoSeconds, oneByOneSeconds, times, longestTransactionMs, longestHoldMs, moreMemoryMb }) => {
  const rows = [
    ['plan, s', spread(planSeconds)],
    ['job, s', spread(jobSeconds)],
    ['the way back, s', spread(undoSeconds)],
    ['one by one, s', spread(oneByOneSeconds)],
    ['one by one against the job, times', spread(times)],
    ['longest transaction, ms', spread(longestTransactionMs)],
    ['event loop held, ms', spread(longestHoldMs)],
    ['memory more, MB', spread(moreMemoryMb)],
  ];
  say(['', ...table([`${database}: ${whole(moved)} records, told for 100,000`, ''], rows)]);
};

const printImport = (database, { rows, invited, planSeconds, runSeconds, seconds, oneByOneSeconds, times, mailsPerSecond, holdMs, moreMb, upload }) => {
  const lines = [
    ['looked through and kept, s', spread(planSeconds)],
    ['carried out, s', spread(runSeconds)],
    ['both, s', spread(seconds)],
    ['one by one, s', spread(oneByOneSeconds)],
    ['one by one against the file, times', spread(times)],
    ['mails a second, to a provider that takes no time', spread(mailsPerSecond)],
    ['event loop held, ms', spread(holdMs)],
    ['memory more, MB', spread(moreMb)],
    ['100 MB in chunks: refused after, ms', figure(upload.ms)],
    ['sent by then, MB', figure(upload.sentMb)],
    ['memory resident more, MB', figure(upload.moreMb)],
  ];
  say(['', ...table([`${database}: ${whole(rows)} rows, ${whole(invited)} of them good`, ''], lines)]);
};

const printCsv = ({ rowUs, times }) =>
  say(['', '# CSV, CPU a row', '', ...table(['', 'Roster, µs', 'csv-stringify, µs', 'times'], [['an entry of the log', spread(rowUs.roster), spread(rowUs.stringify), spread(times)]])]);

const printAudit = (database, { entry, entries, writtenPerSecond, sealedPerSecond, checkedPerSecond, readPerSecond, checkHoldMs, checkMoreMb, slowestSearch, export: file }) => {
  const rows = [
    ['actions a second, without an entry', spread(entry.perSecond.without)],
    ['with one', spread(entry.perSecond.audited)],
    ['throughput with against without', `${spread(entry.throughput)}, noise ${spread(entry.noise)}`],
    ['CPU of an entry, ms', spread(entry.entryMs)],
    ['CPU of a PUT, ms', spread(entry.putMs)],
    ['part of a PUT', spread(entry.ofPut)],
    ['written a second, in one transaction after the other', whole(Math.round(writtenPerSecond))],
    ['sealed a second', whole(Math.round(sealedPerSecond))],
    ['checked a second', spread(checkedPerSecond)],
    ['the same only read, a second', whole(Math.round(readPerSecond))],
    ['check: event loop held, ms', spread(checkHoldMs)],
    ['check: memory more, MB', spread(checkMoreMb)],
    [`slowest page ("${slowestSearch.name}"), ms`, figure(slowestSearch.ms)],
    ['exported a second', whole(Math.round(file.perSecond))],
    ['export: event loop held, ms', figure(file.holdMs)],
    ['export: memory held more, MB', figure(file.heldMb)],
    ['export: memory resident more, with garbage, MB', figure(file.moreMb)],
  ];
  say(['', ...table([`${database}: a log of ${whole(entries)} entries`, ''], rows)]);
};

const printGoals = (goals) => {
  const rows = goals.map(({ number, text, limit, worst = '', where = '', verdict }) => [`${number}  ${text}`, limit, worst, verdict, where]);
  say(['', '# Goals (the worst of what was measured decides)', '', ...table(['', 'goal', 'worst', 'verdict', 'where'], rows)]);
};

/** Everything at a glance. Ratios are medians of rounds, in brackets the middle half of them. */
export const printReport = ({ about, results, goals }) => {
  say([`${whole(about.customers)} customers, ${about.runs} rounds, ${about.cpus} CPUs, node ${about.node}, commit ${about.commit}`, 'Medians; in brackets the middle half of the samples.']);
  if (results.decision) printDecision(results.decision);
  if (results.rules) printRules(results.rules);
  if (results.csv) printCsv(results.csv);
  for (const [database, { shapes, http, wide, weight, creates, rebalance, import: people, audit }] of Object.entries(results.databases)) {
    if (shapes) say(['', `# Shapes of a scope, ${database}: ms a statement, × ratio to the owner column`]), printShapes(database, shapes);
    if (http) say(['', `# Requests, ${database}: CPU of node and the database`, 'Noise: the site by hand, each round against the one before.']), printHttp(database, [...http, ...wide]);
    if (weight) say(['', `# Weight, ${database}`]), printWeight(database, weight);
    if (creates) say(['', `# Creations, ${database}`]), printCreates(database, creates);
    if (rebalance) say(['', `# Rebalance, ${database}`]), printRebalance(database, rebalance);
    if (people) say(['', `# Import of people, ${database}`]), printImport(database, people);
    if (audit) say(['', `# Audit, ${database}`]), printAudit(database, audit);
  }
  printGoals(goals);
};
