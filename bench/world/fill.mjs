import { CUSTOMER } from '../site/variants.mjs';
import { booksOf, coOwnedBy, ownersOf } from './books.mjs';
import { chance, ids } from './chance.mjs';
import { COLUMNS, planCustomers, rowsOf } from './customers.mjs';

const CHUNK = 20_000;

const inChunks = async (items, work) => {
  for (let start = 0; start < items.length; start += CHUNK) await work(items.slice(start, start + CHUNK), start);
};

/** Everything about the customers that is the same on every site, and who owns them. */
export const planWorld = (count) => {
  const owners = ownersOf(count);
  return { count, customers: planCustomers(count), owners, books: booksOf(count) };
};

/** The id that stands for an owner: of a member or user of the site, or of one of the many others. */
const namer = (people) => {
  const nextId = ids(chance(3));
  const others = new Map();
  return (key) => {
    if (people[key]) return people[key];
    if (!others.has(key)) others.set(key, nextId());
    return others.get(key);
  };
};

const insertCustomers = (connection, { customers, owners }, ownerColumn, idOf) =>
  inChunks(customers, (chunk, start) => {
    const rows = chunk.flatMap((customer, index) => {
      const both = rowsOf(customer, connection);
      return ownerColumn ? both.map((row) => [...row, idOf(owners[start + index])]) : both;
    });
    return connection.insert('customers', ownerColumn ? [...COLUMNS, ownerColumn] : COLUMNS, rows);
  });

const ENTRY_COLUMNS = ['document_id', 'type', 'record', 'member', 'kind', 'seat', 'owner_slot'];

const insertEntries = async (connection, { customers, owners, books }, idOf) => {
  const nextId = ids(chance(4));
  const entry = (position, member, kind) => [nextId(), CUSTOMER, customers[position].documentId, member, kind, 'book', kind === 'owner' ? 1 : null];
  await inChunks(owners, (chunk, start) =>
    connection.insert('roster_entries', ENTRY_COLUMNS, chunk.map((owner, index) => entry(start + index, idOf(owner), 'owner'))),
  );
  for (const book of books) {
    const rows = coOwnedBy(book, owners).map((position) => entry(position, idOf(book.key), 'co-owner'));
    await connection.insert('roster_entries', ENTRY_COLUMNS, rows);
  }
};

/** Fills the tables that a site has made, below the site: as the site itself would have stored it. */
export const fillWorld = async (database, world, variant, people) => {
  const connection = await database.connect();
  const idOf = namer(people);
  await insertCustomers(connection, world, variant.ownerColumn, idOf);
  if (variant.roster) await insertEntries(connection, world, idOf);
  await connection.settle();
  await connection.close();
};
