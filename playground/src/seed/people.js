'use strict';

const PASSWORD = 'Roster-demo-1';

// The whole cast. A person without a role is a user of the site who isn't in the team.
const people = [
  { key: 'ana', name: 'Ana Ruiz', role: 'admin', timezone: 'Europe/Madrid', language: 'en' },
  { key: 'bruno', name: 'Bruno Keller', role: 'admin', timezone: 'Europe/Berlin', language: 'en' },
  { key: 'dora', name: 'Dora Lindqvist', role: 'director', timezone: 'Europe/Stockholm', language: 'en' },
  { key: 'emil', name: 'Emil Sato', role: 'director', timezone: 'Asia/Tokyo', language: 'en' },
  { key: 'carla', name: 'Carla Mendes', role: 'csm', territories: ['north'], timezone: 'Europe/Lisbon', language: 'en' },
  { key: 'chen', name: 'Chen Wei', role: 'csm', territories: ['north'], timezone: 'Asia/Shanghai', language: 'en' },
  { key: 'cleo', name: 'Cleo Dubois', role: 'csm', territories: ['south'], timezone: 'Europe/Paris', language: 'fr' },
  { key: 'colin', name: 'Colin Murphy', role: 'csm', territories: ['south'], timezone: 'Europe/Dublin', language: 'en' },
  { key: 'cora', name: 'Cora Vega', role: 'csm', territories: ['latam'], timezone: 'America/Bogota', language: 'es' },
  { key: 'cyrus', name: 'Cyrus Prado', role: 'csm', territories: ['latam'], timezone: 'America/Sao_Paulo', language: 'es' },
  { key: 'vera', name: 'Vera Novak', role: 'viewer', timezone: 'Europe/Prague', language: 'en' },
  { key: 'viktor', name: 'Viktor Hahn', role: 'viewer', timezone: 'Europe/Vienna', language: 'en' },
  { key: 'nina', name: 'Nina Moreau' },
].map((person) => ({ territories: [], ...person, email: `${person.key}@roster.test` }));

const superAdmin = { email: 'super@roster.test', firstname: 'Sam', lastname: 'Super' };

const team = people.filter((person) => person.role);
const csms = team.filter((person) => person.role === 'csm');

module.exports = { PASSWORD, people, team, csms, superAdmin };
