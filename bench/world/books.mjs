/**
 * Who owns how much. The rest of the customers belongs to many others with a book of ordinary size
 * each: a planner that only ever sees a handful of owners knows all of them, and a real one does not.
 */
const OTHERS = 500;

export const booksOf = (customers) => [
  { key: 'small', size: 50, coOwned: 0 },
  { key: 'medium', size: customers / 40, coOwned: 0 },
  { key: 'large', size: customers / 2, coOwned: 0 },
  { key: 'helper', size: customers / 40, coOwned: 20 },
];

/** Strews the books over the table: neighbours in a book are no neighbours in the table. */
const strewn = (index, customers) => Number((BigInt(index) * 7_919n) % BigInt(customers));

/** The owner of each customer by position, as keys of the books or of the others. */
export const ownersOf = (customers) => {
  const owners = new Array(customers);
  const seats = booksOf(customers).flatMap(({ key, size }) => new Array(Math.round(size)).fill(key));
  for (let index = 0; index < customers; index += 1) owners[strewn(index, customers)] = seats[index] ?? `other ${index % OTHERS}`;
  return owners;
};

/** Positions of the customers with which the member helps, all over those of the others. */
export const coOwnedBy = ({ coOwned }, owners) => {
  const theirs = owners.flatMap((owner, position) => (owner.startsWith('other') ? [position] : []));
  return Array.from({ length: coOwned }, (_, index) => theirs[Math.floor((index * theirs.length) / coOwned)]);
};
