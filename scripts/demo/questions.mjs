// The tour's questions: the same request asked by seven people, and what each must get.
// `show` makes a cell of the table out of an answer; `expect` is told the same of who asks.
import { playground } from './site.mjs';

const { customersUpTo } = playground('seed/plan');

/** Seven points of view. */
export const PEOPLE = [
  { key: 'ana', label: 'Ana, admin' },
  { key: 'dora', label: 'Dora, director' },
  { key: 'carla', label: 'Carla, csm' },
  { key: 'chen', label: 'Chen, csm' },
  { key: 'vera', label: 'Vera, viewer' },
  { key: 'nina', label: 'Nina, no member' },
  { key: 'public', label: 'the public' },
];

const ok = ({ status }, text) => (status < 300 ? `${status}  ${text}` : String(status));
const total = (answer) => ok(answer, answer.body?.meta?.pagination?.total ?? '');
// A customer comes once per locale.
const through = (answer) => ok(answer, new Set((answer.body?.data ?? []).flatMap(({ customers = [] }) => customers.map(({ documentId }) => documentId))).size);

const wholeTeam = { ana: '200', dora: '200', carla: '200', chen: '200', vera: '200', nina: '403', public: '403' };

export const questionsFor = (size) => {
  const plan = customersUpTo(size);
  const [acme, borealis] = plan.map(({ documentId }) => documentId);
  const owned = (key) => plan.filter(({ owner }) => owner === key).length;
  const book = (key) => plan.filter(({ owner, coOwners }) => owner === key || coOwners.includes(key)).length;
  const seen = { ana: size, dora: size, carla: book('carla'), chen: book('chen'), vera: size };
  const count = (counts) => Object.fromEntries(PEOPLE.map(({ key }) => [key, key in counts ? `200  ${counts[key]}` : '403']));

  return [
    { title: 'List customers (total)', method: 'GET', path: '/api/customers?pagination[pageSize]=1', show: total, expect: count(seen) },
    { title: 'Their notes (total)', method: 'GET', path: '/api/notes?pagination[pageSize]=1', show: total, expect: count(Object.fromEntries(Object.entries(seen).map(([key, number]) => [key, number * 2]))) },
    {
      title: 'Customers seen through regions (populate)',
      method: 'GET',
      path: '/api/regions?populate[customers][fields][0]=name',
      show: through,
      // Regions are governed by nobody: a user of the site may list them, and sees nobody's customers through them.
      expect: { ...count(seen), nina: '200  0', public: '403' },
    },
    { title: 'Read Acme (owner Carla)', method: 'GET', path: `/api/customers/${acme}`, show: (answer) => ok(answer, ''), expect: { ...wholeTeam, chen: '404' } },
    { title: 'Edit Acme (owner Carla)', method: 'PUT', path: `/api/customers/${acme}`, data: { tier: 'growth' }, show: (answer) => ok(answer, ''), expect: { ...wholeTeam, dora: '403', chen: '404', vera: '403' } },
    { title: 'Edit Borealis (owner Chen, co-owner Carla)', method: 'PUT', path: `/api/customers/${borealis}`, data: { tier: 'growth' }, show: (answer) => ok(answer, ''), expect: { ...wholeTeam, dora: '403', vera: '403' } },
    { title: 'Analytics (a route of the site)', method: 'GET', path: '/api/analytics/summary', show: (answer) => ok(answer, ''), expect: { ...wholeTeam, carla: '403', chen: '403' } },
    {
      title: 'Export customers (rows)',
      method: 'GET',
      path: '/api/exports/customers',
      show: (answer) => ok(answer, answer.body?.meta?.total ?? ''),
      expect: count({ ana: size, dora: size, carla: owned('carla'), chen: owned('chen') }),
    },
  ];
};
