import { chance } from '../world/chance.mjs';

const RECORDS = 512;
const SYLLABLES = ['ba', 'ce', 'di', 'fo', 'gu', 'ka', 'le', 'mi', 'no', 'pu', 'ra', 'se', 'ti', 'vo', 'zu'];
const TIERS = ['starter', 'growth', 'enterprise'];

export const CATALOGUE = new Map([
  ['name', { kind: 'text' }],
  ['arr', { kind: 'number' }],
  ['territory', { kind: 'text' }],
  ['tier', { kind: 'enum', values: TIERS }],
  ['segment.name', { kind: 'text' }],
  ['region.name', { kind: 'text' }],
]);

const on = (field, operator, value) => ({ field, operator, value });

/** What a site has: the more rules, the more territories; segments and regions stay as many as people can name. */
const siteOf = (count, random) => {
  const territories = Math.max(5, Math.round(count / 5));
  const among = (list) => list[Math.floor(random() * list.length)];
  return {
    territory: () => `territory ${Math.floor(random() * territories)}`,
    segment: () => `segment ${Math.floor(random() * 40)}`,
    region: () => `region ${Math.floor(random() * 12)}`,
    tier: () => among(TIERS),
    syllables: (length) => Array.from({ length }, () => among(SYLLABLES)).join(''),
    amount: (from, to) => Math.round(from + random() * (to - from)),
  };
};

/** Ways to hand out customers, and how many of a hundred rules are of each. */
const WAYS = [
  [50, ({ territory, amount }) => ({ all: [on('territory', 'equals', territory()), on('arr', 'above', amount(50_000, 400_000))] })],
  [25, ({ segment, amount }) => {
    const from = amount(20_000, 450_000);
    return { all: [on('segment.name', 'equals', segment()), on('arr', 'between', [from, from + amount(200, 2_000)])] };
  }],
  [14, ({ territory, tier, amount }) => ({ all: [on('territory', 'in', [territory(), territory(), territory()]), on('tier', 'equals', tier()), on('arr', 'atLeast', amount(300_000, 500_000))] })],
  [6, ({ region, syllables }) => ({ all: [on('region.name', 'equals', region()), on('name', 'startsWith', syllables(4))] })],
  [4, ({ segment, territory, amount }) => ({ all: [{ any: [on('segment.name', 'equals', segment()), on('territory', 'equals', territory())] }, on('arr', 'above', amount(480_000, 500_000))] })],
  [1, ({ syllables }) => on('name', 'contains', syllables(5))],
];

const wayAt = (share) => {
  let sum = 0;
  return (WAYS.find(([percent]) => (sum += percent) > share * 100) ?? WAYS[0])[1];
};

const customerOf = ({ territory, segment, region, tier, syllables, amount }) => ({
  name: syllables(6),
  arr: amount(0, 500_000),
  territory: territory(),
  tier: tier(),
  segment: { documentId: 's', name: segment() },
  region: { documentId: 'r', name: region() },
});

const put = (record, { field, operator, value }) => {
  const [name, inner] = field.split('.');
  const first = Array.isArray(value) ? value[0] : value;
  if (inner) record[name][inner] = first;
  else record[name] = operator === 'above' ? first + 1 : first;
};

/** Makes a record fit a rule, whichever rule comes before it. */
const fitted = (record, when) => {
  const parts = when.all ?? [when];
  for (const part of parts) put(record, part.any?.[0] ?? part);
  return record;
};

/** As from a database: no text is shared with the rules. */
const fresh = (records) => JSON.parse(JSON.stringify(records));

/**
 * So many rules, and customers for them: some that fit a rule from anywhere in the list, and some that
 * have the territories and segments that rules ask for, and fit none.
 *
 * @param first the contender whose answer says which customers fit none
 */
export const worldOf = (count, first) => {
  const random = chance(count);
  const site = siteOf(count, random);
  const rules = Array.from({ length: count }, (_, index) => ({ id: `rule ${index}`, when: wayAt(random())(site) }));
  const matching = Array.from({ length: RECORDS }, () => fitted(customerOf(site), rules[Math.floor(random() * count)].when));
  const strangers = [];
  const find = first(rules);
  while (strangers.length < RECORDS) {
    const record = customerOf(site);
    if (find(record) === -1) strangers.push(record);
  }
  return { rules, records: { matching: fresh(matching), strangers: fresh(strangers) } };
};
