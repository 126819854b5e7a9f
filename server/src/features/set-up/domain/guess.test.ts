import { guessBindings } from './guess';
import { guessRole } from './guess-role';
import type { Shape } from './shape';

const to = (target: string, relation = 'manyToOne') => ({ type: 'relation', relation, target });
const shape = (name: string, attributes: Shape['attributes'] = {}): Shape => ({ uid: `api::${name}.${name}`, singularName: name, attributes });
const customer = shape('customer', { name: { type: 'string' }, arr: { type: 'decimal' }, region: to('api::region.region'), owner: to('plugin::users-permissions.user') });
const guess = (...shapes: Shape[]): Record<string, object> => Object.fromEntries([...guessBindings(shapes)].map(([uid, { mode, ...rest }]) => [uid.split('.')[1] ?? '', rest]));

describe('what a schema suggests', () => {
  it('a record that people own, what it is worth and where it lies', () =>
    expect(guess(customer)).toEqual({ customer: { feature: 'customer_360', kind: 'record', owns: true, value: 'arr', territory: 'region' } }));

  it('what hangs on it: details, renewals and runs', () =>
    expect(guess(customer, shape('note', { customer: to('api::customer.customer') }), shape('contract', { of: to('api::customer.customer') }), shape('playbook-run', { who: to('api::customer.customer', 'oneToOne') }), shape('playbook'))).toMatchObject({
      note: { feature: 'customer_360', kind: 'detail', parent: 'customer' },
      contract: { feature: 'renewals', kind: 'detail', parent: 'of' },
      'playbook-run': { feature: 'playbooks', kind: 'run', target: 'who' },
      playbook: { feature: 'playbooks', kind: 'definition' },
    }));

  it('nothing for what records point at, for lists of relations, and for what says nothing of itself', () =>
    expect(Object.keys(guess(customer, shape('region', { favorite: to('api::customer.customer', 'oneToOne') }), shape('tag', { customers: to('api::customer.customer', 'manyToMany') }), shape('article', { title: { type: 'string' } })))).toEqual(['customer']));

  it('a type of another name that has an owner and much that hangs on it', () => {
    const farm = shape('farm', { manager: to('admin::user'), acres: { type: 'integer' } });
    const visit = shape('visit', { farm: to('api::farm.farm') });
    expect(guess(farm, visit)).toEqual({ farm: { feature: 'customer_360', kind: 'record', owns: true }, visit: { feature: 'customer_360', kind: 'detail', parent: 'farm' } });
    expect(guess({ ...farm, attributes: {} }, visit)).toEqual({});
  });

  it('of two records, the one that hangs on the other is its detail', () =>
    expect(guess(customer, shape('contact', { customer: to('api::customer.customer') }))['contact']).toEqual({ feature: 'customer_360', kind: 'detail', parent: 'customer' }));

  it('begins by observing, always', () => expect([...guessBindings([customer, shape('note', { customer: to('api::customer.customer') })]).values()].map(({ mode }) => mode)).toEqual(['observe', 'observe']));
});

it.each([
  ['Account Manager', 'csm'],
  ['Head of CS', 'director'],
  ['Sales', 'csm'],
  ['Authenticated', 'viewer'],
  ['Editor', 'viewer'],
  ['Administrator', null],
  ['Super Admin', null],
  ['Kitchen', null],
])('the role %s suggests %s', (name, role) => expect(guessRole(name)).toBe(role));
