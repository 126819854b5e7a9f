import { maskOf, type Scope } from '../../../../../contracts/scopes';
import type { MemberActor } from '../../../kernel/actor';
import type { Binding, Kind, Operation } from '../../../kernel/binding';
import { ALWAYS, NEVER, any, every, oneOf, type Predicate } from '../../../kernel/predicate';
import type { ScopeStrategy } from '../../../kernel/scope-strategy';
import { narrowFieldsFor, placePredicateFor, predicateFor, predicateForAction, type Rules } from './reach-predicate';

const WRITES = ['create', 'update', 'delete'] as const;

const bind = (type: string, feature: string, kind: Kind, rest: Partial<Binding> = {}): Binding => ({ type, feature, kind, mode: 'enforce', nonMembers: 'closed', audit: 'fact', owns: false, fields: new Map(), ...rest });

const BINDINGS = {
  customer: bind('customer', 'customers', 'record', { owns: true, territory: 'territory', fields: new Map([['custom', 'custom_fields']]) }),
  note: bind('note', 'customers', 'detail', { via: { attribute: 'customer', type: 'customer' } }),
  layout: bind('layout', 'dashboard', 'personal'),
  model: bind('model', 'health', 'definition', { fields: new Map([['weights', 'custom_fields']]) }),
};

const owned: Predicate = { kind: 'equals', attribute: 'owner', value: 'carla' };
const shared: Predicate = { kind: 'entry', member: 'carla', type: 'customer', entryKind: 'shared', after: 'now' };
const northern = oneOf('territory', ['north']);
const strategy = (scope: ScopeStrategy['scope'], predicate: ScopeStrategy['predicate']): [Scope, ScopeStrategy] => [scope, { scope, predicate, facts: async () => new Set() }];

const rules: Rules = {
  bindings: new Map(Object.entries(BINDINGS)),
  strategies: new Map([
    strategy('book', ({ type }) => (type === 'customer' ? owned : NEVER)),
    strategy('shared', ({ holds }) => (holds.has('shared') ? shared : NEVER)),
    strategy('territory', ({ type, territories }) => (type === 'customer' ? oneOf('territory', territories) : NEVER)),
  ]),
  ownerAttribute: 'owner',
};

type Cells = Readonly<Record<string, readonly Scope[] | Scope>>;

const member = (cells: Cells, rest: Partial<MemberActor> = {}): MemberActor => ({
  kind: 'member',
  member: { documentId: 'carla', name: 'Carla', email: 'carla@example.com' },
  reach: { roles: [], mayOwn: true, granted: new Map(), mask: (feature, action) => maskOf(...[cells[`${feature}.${action}`] ?? []].flat()) },
  holds: new Set(['shared']),
  territories: ['north'],
  restriction: 'none',
  asOf: new Date(0),
  ...rest,
});

const rows = (name: keyof typeof BINDINGS, operation: Operation, actor: MemberActor) => predicateFor(rules, actor, BINDINGS[name], operation);
const throughCustomer = (target: Predicate): Predicate => ({ kind: 'via', attribute: 'customer', targetType: 'customer', target });

describe('a share', () => {
  it('adds the record to what one views, whichever scope gives the view, and to what hangs on it', () => {
    expect(rows('customer', 'read', member({ 'customers.view': 'book' }))).toEqual(any(owned, shared));
    expect(rows('customer', 'read', member({ 'customers.view': 'territory' }))).toEqual(any(shared, northern));
    expect(rows('customer', 'read', member({ 'customers.view': 'shared' }))).toEqual(shared);
    expect(rows('note', 'read', member({ 'customers.view': 'book' }))).toEqual(throughCustomer(any(owned, shared)));
  });

  it('gives nothing to who may not view the type at all, and nothing to a token with a role', () => {
    expect(rows('customer', 'read', member({ 'customers.view': 'none', 'customers.update': 'all' }))).toEqual(NEVER);
    const token = { kind: 'role', token: { documentId: 't', name: 't' }, reach: member({ 'customers.view': 'book' }).reach } as const;
    expect(predicateFor(rules, token, BINDINGS.customer, 'read')).toEqual(NEVER);
  });

  it('is view only: no write reaches by it, also where the cell of the write says so', () => {
    for (const operation of WRITES) {
      for (const name of ['customer', 'note'] as const) {
        const actor = member({ 'customers.view': 'all', 'customers.create': 'shared', 'customers.update': 'shared', 'customers.delete': 'shared' });
        expect([name, operation, rows(name, operation, actor)]).toEqual([name, operation, NEVER]);
      }
    }
    const exporter = member({ 'customers.view': 'shared', 'data_export.export': 'shared' });
    expect(predicateForAction(rules, exporter, BINDINGS.customer, { feature: 'data_export', action: 'export' })).toEqual(NEVER);
  });

  it('opens fields of another feature to who may view any of these', () => {
    const narrow = (cells: Cells) => [...narrowFieldsFor(rules, member(cells), BINDINGS.customer)];
    expect(narrow({ 'customers.view': 'book', 'custom_fields.view': 'book' })).toEqual([]);
    expect(narrow({ 'customers.view': 'book' })).toEqual([['custom', NEVER]]);
  });
});

describe('a territory', () => {
  it('unites with other scopes as OR, for reads and writes alike', () => {
    const both = member({ 'customers.view': ['book', 'territory'], 'customers.update': ['book', 'territory'] }, { holds: new Set() });
    expect([rows('customer', 'read', both), rows('customer', 'update', both)]).toEqual([any(owned, northern), any(owned, northern)]);
    expect(rows('note', 'update', both)).toEqual(throughCustomer(any(owned, northern)));
  });

  it('is where one puts what one makes or moves', () => {
    const place = (scopes: readonly Scope[], rest?: Partial<MemberActor>) => placePredicateFor(rules, member({ 'customers.create': scopes }, rest), BINDINGS.customer, 'create');
    expect([place(['territory']), place(['territory', 'book']), place(['territory', 'all']), place(['book'])]).toEqual([northern, any(owned, northern), ALWAYS, ALWAYS]);
    expect([place(['all'], { restriction: 'territories' }), place(['all'], { restriction: 'shared' })]).toEqual([northern, NEVER]);
    expect(placePredicateFor(rules, member({ 'customers.update': 'territory' }), BINDINGS.note, 'create')).toEqual(ALWAYS);
  });
});

describe('who is restricted', () => {
  const everything = ['view', 'create', 'update', 'delete', 'config', 'personalize'];
  const all = Object.fromEntries(['customers', 'dashboard', 'health', 'custom_fields'].flatMap((feature) => everything.map((action) => [`${feature}.${action}`, 'all' as const])));
  const toTerritories = member(all, { restriction: 'territories' });
  const toShared = member(all, { restriction: 'shared' });

  it('reaches of all records those in his territories, and views what is shared with him besides', () => {
    expect(rows('customer', 'read', toTerritories)).toEqual(any(shared, northern));
    for (const operation of WRITES) expect(rows('customer', operation, toTerritories)).toEqual(northern);
    expect(rows('note', 'update', toTerritories)).toEqual(throughCustomer(every(northern, any(shared, northern))));
    expect(rows('customer', 'read', member(all, { restriction: 'territories', territories: [], holds: new Set() }))).toEqual(NEVER);
  });

  it('or views what is shared with him, and changes nothing of it', () => {
    expect([rows('customer', 'read', toShared), rows('note', 'read', toShared)]).toEqual([shared, throughCustomer(shared)]);
    for (const operation of WRITES) expect([rows('customer', operation, toShared), rows('note', operation, toShared)]).toEqual([NEVER, NEVER]);
    expect(rows('customer', 'read', member(all, { restriction: 'shared', holds: new Set() }))).toEqual(NEVER);
  });

  it('is what he was for a book of his own, and for what is no record', () => {
    expect(rows('customer', 'update', member({ 'customers.view': 'book', 'customers.update': 'book' }, { restriction: 'shared' }))).toEqual(owned);
    for (const actor of [toTerritories, toShared]) {
      for (const operation of ['read', 'update'] as const) expect([rows('layout', operation, actor), rows('model', operation, actor)]).toEqual([ALWAYS, ALWAYS]);
      expect([...narrowFieldsFor(rules, actor, BINDINGS.model)]).toEqual([]);
    }
  });
});

