'use strict';

const { csms } = require('./people');
const { number, pick, documentId } = require('./chance');
const { customerName } = require('./names');
const { territories, tiers, segments, regions, tags } = require('./catalogue');

const BOREALIS = 1;

/** About one customer in twelve belongs to nobody; 13 because it shares no factor with six owners. */
const ownerOf = (index) => (index % 13 === 2 ? null : csms[index % csms.length].key);

const coOwnersOf = (index) =>
  index % 10 === 1 && ownerOf(index) ? [csms[(index + csms.length - 1) % csms.length].key] : [];

/** Of those without an owner an older system knew who looked after them; some of those people have left. */
const managerEmailOf = (index) => {
  if (ownerOf(index)) {
    return null;
  }
  return index % 4 === 2 ? 'left@roster.test' : csms[index % csms.length].email;
};

// Most customers lie in their owner's territory, but a book and a territory are not the same set.
const territoryOf = (index) => {
  const own = csms[index % csms.length].territories[0];
  const shift = index % 9 === 4 ? 1 : 0;
  return territories[(territories.indexOf(own) + shift) % territories.length];
};

// A parent has a lower index and any owner, so it is often outside the book of the child's owner.
const parentOf = (index) => {
  if (index === 0) {
    return BOREALIS;
  }
  return index % 5 === 3 ? number(index, 'parent', index) : null;
};

const customerId = (index) => documentId('customer', index);

/** Everything the seed knows of customer `index`, computed from the index alone. */
const customerAt = (index) => {
  const name = customerName(index);
  return {
    index,
    documentId: customerId(index),
    name,
    draftName: index % 6 === 1 ? `${name} (draft)` : name,
    frenchName: index % 8 === 0 ? `${name} (fr)` : null,
    slug: name.toLowerCase().replace(/ /g, '-'),
    arr: 1000 + number(2400, 'arr', index) * 100,
    tier: pick(tiers, 'tier', index),
    territory: territoryOf(index),
    custom: { seats: 5 + number(500, 'seats', index), sponsor: pick(['yes', 'no'], 'sponsor', index) },
    segment: segments[index % segments.length],
    region: regions[index % regions.length],
    tags: tags.filter((tag) => number(5, 'tag', tag, index) === 0),
    parent: parentOf(index),
    owner: ownerOf(index),
    managerEmail: managerEmailOf(index),
    coOwners: coOwnersOf(index),
  };
};

const customersUpTo = (count) => Array.from({ length: count }, (_, index) => customerAt(index));

module.exports = { customerAt, customersUpTo };
