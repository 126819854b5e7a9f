import { chance, ids } from './chance.mjs';

const WORDS = 'Acre Birch Cinder Delta Ember Fjord Grove Harbor Iris Juniper Krill Lumen Moss North Onyx Pine Quartz Ridge Slate Tundra'.split(' ');
const KINDS = 'Air Bakery Capital Design Energy Foods Glass Health Import Joinery'.split(' ');
const TIERS = ['starter', 'growth', 'enterprise'];

export const COLUMNS = ['document_id', 'locale', 'name', 'slug', 'email', 'arr', 'tier', 'territory', 'custom', 'created_at', 'updated_at', 'published_at'];

const pick = (list, random) => list[Math.floor(random() * list.length)];

/** Customers by position, the same in every run, each with a name that says nothing of its position. */
export const planCustomers = (count) => {
  const random = chance(1);
  const nextId = ids(chance(2));
  return Array.from({ length: count }, (_, position) => {
    const name = `${pick(WORDS, random)} ${pick(KINDS, random)} ${Math.floor(random() * 1e6)}`;
    const slug = `customer-${position}`;
    return {
      documentId: nextId(),
      name,
      slug,
      email: `hello@${slug}.test`,
      arr: Math.floor(random() * 1e5),
      tier: pick(TIERS, random),
      territory: pick(['north', 'south', 'latam'], random),
      custom: { since: 2000 + Math.floor(random() * 25), plan: pick(TIERS, random) },
      created: new Date(1_700_000_000_000 + position * 1000),
    };
  });
};

/** A draft and a published row, as the host stores them. */
export const rowsOf = (customer, { moment, json }) => {
  const created = moment(customer.created);
  const row = (published) => [
    customer.documentId,
    'en',
    customer.name,
    customer.slug,
    customer.email,
    customer.arr,
    customer.tier,
    customer.territory,
    json(customer.custom),
    created,
    created,
    published,
  ];
  return [row(null), row(created)];
};
