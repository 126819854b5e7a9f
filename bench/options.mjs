import { parseArgs } from 'node:util';

const PARTS = ['decision', 'rules', 'shapes', 'http', 'creates', 'rebalance', 'import', 'csv', 'audit'];
const DATABASES = ['sqlite', 'postgres'];

const HELP = `npm run bench -- [options]
  --only PART[,PART]   ${PARTS.join(', ')}; default all
  --db NAME[,NAME]     ${DATABASES.join(', ')}; default both
  --customers N        customers of the site, each a draft and a published row; default 200000
  --runs N             rounds of every measurement; default 15
  --json FILE          writes everything that was measured
  --profile FOLDER     a CPU profile of every site
  --as-is              takes packages and dist/ as they are`;

const oneOf = (list, allowed, option) => {
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !allowed.includes(name));
  if (unknown !== undefined) throw new Error(`--${option}: "${unknown}" is none of ${allowed.join(', ')}`);
  return names;
};

const count = (text, option, least) => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least) throw new Error(`--${option}: "${text}" must be a whole number from ${least} up`);
  return number;
};

export const readOptions = (argv = process.argv.slice(2)) => {
  const { values } = parseArgs({
    args: argv,
    options: {
      only: { type: 'string', default: PARTS.join(',') },
      db: { type: 'string', default: DATABASES.join(',') },
      customers: { type: 'string', default: '200000' },
      runs: { type: 'string', default: '15' },
      json: { type: 'string' },
      profile: { type: 'string' },
      'as-is': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    process.exit(0);
  }
  return {
    parts: oneOf(values.only, PARTS, 'only'),
    databases: oneOf(values.db, DATABASES, 'db'),
    customers: count(values.customers, 'customers', 2000),
    runs: count(values.runs, 'runs', 3),
    json: values.json,
    profile: values.profile,
    asIs: values['as-is'],
  };
};
