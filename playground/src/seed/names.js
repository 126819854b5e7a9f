'use strict';

// The first three are fixed: tests and docs call them by name.
const FIXED = ['Acme Robotics', 'Borealis Foods', 'Cumulus Air'];

const FIRST = [
  'Alder', 'Amber', 'Anchor', 'Atlas', 'Aurora', 'Beacon', 'Birch', 'Canyon', 'Cedar', 'Cobalt',
  'Coral', 'Delta', 'Ember', 'Falcon', 'Fjord', 'Garnet', 'Glacier', 'Harbor', 'Hazel', 'Indigo',
  'Ivory', 'Jasper', 'Juniper', 'Keystone', 'Lagoon', 'Linden', 'Lumen', 'Maple', 'Meridian', 'Nimbus',
  'Northwind', 'Onyx', 'Opal', 'Pioneer', 'Quartz', 'Raven', 'Sierra', 'Summit', 'Tundra', 'Vertex',
];

const SECOND = [
  'Analytics', 'Apparel', 'Bank', 'Biotech', 'Books', 'Brewing', 'Capital', 'Ceramics', 'Clinics', 'Coffee',
  'Dairy', 'Dental', 'Energy', 'Farms', 'Films', 'Fitness', 'Freight', 'Games', 'Glass', 'Hotels',
  'Insurance', 'Labs', 'Legal', 'Logistics', 'Media', 'Metals', 'Mobility', 'Motors', 'Optics', 'Paper',
  'Pharma', 'Power', 'Press', 'Retail', 'Schools', 'Shipping', 'Software', 'Solar', 'Telecom', 'Travel',
];

/** The name of customer `index`; no two are equal. */
const customerName = (index) => {
  if (index < FIXED.length) {
    return FIXED[index];
  }
  const nth = index - FIXED.length;
  const lap = Math.floor(nth / FIRST.length);
  const first = FIRST[nth % FIRST.length];
  const second = SECOND[(nth + lap) % SECOND.length];
  const round = Math.floor(lap / SECOND.length);
  return round === 0 ? `${first} ${second}` : `${first} ${second} ${round + 1}`;
};

module.exports = { customerName };
