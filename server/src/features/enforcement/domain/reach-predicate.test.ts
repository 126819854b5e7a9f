import fc from 'fast-check';
import { NOTHING, SCOPES, maskOf, unite, type Scope, type ScopeMask } from '../../../../../contracts/scopes';
import type { MemberActor } from '../../../kernel/actor';
import type { Binding, Kind, Operation } from '../../../kernel/binding';
import { ALWAYS, NEVER, any, type Predicate } from '../../../kernel/predicate';
import type { ScopeStrategy } from '../../../kernel/scope-strategy';
import { decidingPredicateFor, narrowFieldsFor, predicateFor, rowsWithin, type Rules } from './reach-predicate';

const OPERATIONS = ['read', 'create', 'update', 'delete'] as const;
const ACTIONS = ['view', 'create', 'update', 'delete', 'config', 'execute', 'personalize', 'export'] as const;

const bind = (type: string, feature: string, kind: Kind, rest: Partial<Binding> = {}): Binding => ({ type, feature, kind, mode: 'enforce', nonMembers: 'closed', audit: 'fact', owns: false, fields: new Map(), ...rest });
const hangsOn = (type: string) => ({ via: { attribute: type, type } });

/** Every kind has a feature of its own, so that a cell of one can be told from a cell of another. */
const BINDINGS = {
  customer: bind('customer', 'customers', 'record', { owns: true, fields: new Map([['custom', 'custom_fields']]) }),
  note: bind('note', 'notes', 'detail', hangsOn('customer')),
  reply: bind('reply', 'replies', 'detail', hangsOn('note')),
  run: bind('run', 'playbooks', 'run', hangsOn('customer')),
  layout: bind('layout', 'dashboard', 'personal'),
  model: bind('model', 'health', 'definition'),
  orphan: bind('orphan', 'notes', 'detail', hangsOn('nothing')),
};

const owned: Predicate = { kind: 'equals', attribute: 'owner', value: 'carla' };
const helped: Predicate = { kind: 'entry', member: 'carla', type: 'customer', entryKind: 'co-owner' };
const strategy = (scope: ScopeStrategy['scope'], predicate: ScopeStrategy['predicate']): [Scope, ScopeStrategy] => [scope, { scope, predicate, facts: async () => new Set() }];

const rules: Rules = {
  bindings: new Map(Object.entries(BINDINGS)),
  strategies: new Map([
    strategy('own', ({ type }) => (type === 'customer' ? owned : NEVER)),
    strategy('book', ({ type, holds }) => (type !== 'customer' ? NEVER : holds.has('co-owner') ? any(owned, helped) : owned)),
  ]),
  ownerAttribute: 'owner',
};

type Cells = Readonly<Record<string, ScopeMask>>;

const member = (cells: Cells, ...holds: string[]): MemberActor => ({
  kind: 'member',
  member: { documentId: 'carla', name: 'Carla', email: 'carla@example.com' },
  reach: { roles: [], mayOwn: true, mask: (feature, action) => cells[`${feature}.${action}`] ?? NOTHING, granted: new Map() },
  holds: new Set(holds),
  territories: [],
  restriction: 'none',
  asOf: new Date(0),
});
const given = (cells: Readonly<Record<string, Scope>>, ...holds: string[]) => member(Object.fromEntries(Object.entries(cells).map(([cell, scope]) => [cell, maskOf(scope)])), ...holds);
const rows = (name: keyof typeof BINDINGS, operation: Operation, cells: Readonly<Record<string, Scope>>, ...holds: string[]) =>
  predicateFor(rules, given(cells, ...holds), BINDINGS[name], operation);
const throughCustomer = (target: Predicate): Predicate => ({ kind: 'via', attribute: 'customer', targetType: 'customer', target });

describe('which action an operation needs', () => {
  // Said once more, apart from the code: who changes the one must mean to change the other.
  const NEEDS: Readonly<Record<'customer' | 'note' | 'run' | 'layout' | 'model', Readonly<Record<Operation, string>>>> = {
    customer: { read: 'view', create: 'create', update: 'update', delete: 'delete' },
    note: { read: 'view', create: 'update', update: 'update', delete: 'update' },
    run: { read: 'view', create: 'execute', update: 'execute', delete: 'delete' },
    layout: { read: 'view', create: 'personalize', update: 'personalize', delete: 'personalize' },
    model: { read: 'view', create: 'config', update: 'config', delete: 'config' },
  };
  const table = Object.entries(NEEDS).flatMap(([name, row]) => OPERATIONS.map((operation) => [BINDINGS[name as 'note'].kind, operation, row[operation], name as 'note'] as const));

  it.each(table)('%s, %s: %s, and no other opens it', (_kind, operation, needed, name) => {
    const { feature, via } = BINDINGS[name];
    const visible: Record<string, Scope> = via ? { 'customers.view': 'all' } : {};
    const opening = ACTIONS.filter((action) => rows(name, operation, { ...visible, [`${feature}.${action}`]: 'all' }).kind !== 'never');
    expect(opening).toEqual([needed]);
  });
});

describe('a record', () => {
  it('is reached by the strategies of the scopes; an empty book is one comparison with the own column', () => {
    expect(rows('customer', 'read', { 'customers.view': 'book' })).toEqual(owned);
    expect(rows('customer', 'read', { 'customers.view': 'book' }, 'co-owner')).toEqual(any(owned, helped));
    expect(rows('customer', 'update', { 'customers.update': 'own' }, 'co-owner')).toEqual(owned);
  });

  it('is reached without a condition through `all` alone; a scope without a strategy reaches nothing', () => {
    fc.assert(
      fc.property(fc.subarray([...SCOPES]), fc.boolean(), (scopes, helps) => {
        const actor = member({ 'customers.view': maskOf(...scopes) }, ...(helps ? ['co-owner'] : []));
        const { kind } = predicateFor(rules, actor, BINDINGS.customer, 'read');
        if (scopes.includes('all')) expect(kind).toBe('always');
        else expect(kind).toBe(scopes.includes('own') || scopes.includes('book') ? (helps && scopes.includes('book') ? 'any' : 'equals') : 'never');
      }),
    );
  });
});

describe('a detail', () => {
  it('needs its parent to be visible, whatever its own cell says', () => {
    expect(rows('note', 'read', { 'notes.view': 'all' })).toEqual(NEVER);
    expect(rows('note', 'update', { 'notes.update': 'all' })).toEqual(NEVER);
    expect(rows('note', 'read', { 'notes.view': 'all', 'customers.view': 'book' })).toEqual(throughCustomer(owned));
    expect(rows('note', 'read', { 'notes.view': 'all', 'customers.view': 'all' })).toEqual(ALWAYS);
  });

  it("is decided by its own feature's cell, whatever the parent's says", () => {
    expect(rows('note', 'read', { 'customers.view': 'all' })).toEqual(NEVER);
    expect(rows('note', 'read', { 'notes.view': 'own', 'customers.view': 'all' })).toEqual(throughCustomer(owned));
    expect(rows('note', 'update', { 'notes.view': 'all', 'customers.view': 'all', 'customers.update': 'all' })).toEqual(NEVER);
    expect(rows('note', 'create', { 'notes.update': 'book', 'customers.view': 'all' })).toEqual(throughCustomer(owned));
  });

  it('of a detail follows the chain up to the record, each link with its own cell', () => {
    const through = (target: Predicate): Predicate => ({ kind: 'via', attribute: 'note', targetType: 'note', target });
    expect(rows('reply', 'read', { 'replies.view': 'book', 'notes.view': 'all', 'customers.view': 'all' })).toEqual(through(throughCustomer(owned)));
    expect(rows('reply', 'read', { 'replies.view': 'all', 'notes.view': 'all' })).toEqual(NEVER);
    expect(rows('reply', 'read', { 'replies.view': 'all', 'customers.view': 'all' })).toEqual(NEVER);
  });

  it('whose parent is governed by nobody is reached by nobody', () => {
    expect(rows('orphan', 'read', { 'notes.view': 'all' })).toEqual(NEVER);
    expect(rowsWithin(rules, given({ 'notes.update': 'all' }), BINDINGS.orphan, { feature: 'notes', action: 'update' })).toEqual(NEVER);
  });

  it('may hang on those records that the cell reaches and the member sees', () => {
    const deciding = (cells: Readonly<Record<string, Scope>>) => decidingPredicateFor(rules, given(cells), BINDINGS.run, 'create');
    expect(deciding({ 'playbooks.execute': 'book', 'customers.view': 'all' })).toEqual(owned);
    expect(deciding({ 'playbooks.execute': 'all', 'customers.view': 'book' })).toEqual(owned);
    expect(deciding({ 'playbooks.execute': 'all' })).toEqual(NEVER);
    expect(decidingPredicateFor(rules, given({ 'customers.view': 'all' }), BINDINGS.customer, 'create')).toEqual(NEVER);
  });
});

describe('a personal record', () => {
  const unsigned: Predicate = { kind: 'equals', attribute: 'owner', value: null };

  it('is read by its author, and by all where it has none; changed by its author only', () => {
    for (const scope of ['own', 'book', 'all'] as const) {
      expect(rows('layout', 'read', { 'dashboard.view': scope })).toEqual(any(owned, unsigned));
      expect(rows('layout', 'update', { 'dashboard.personalize': scope })).toEqual(owned);
      expect(rows('layout', 'delete', { 'dashboard.personalize': scope })).toEqual(owned);
    }
  });

  it("of somebody else takes `all`, and `all` of config; neither is enough alone", () => {
    expect(rows('layout', 'read', { 'dashboard.view': 'all', 'dashboard.config': 'all' })).toEqual(ALWAYS);
    expect(rows('layout', 'update', { 'dashboard.personalize': 'all', 'dashboard.config': 'all' })).toEqual(ALWAYS);
    expect(rows('layout', 'read', { 'dashboard.view': 'own', 'dashboard.config': 'all' })).toEqual(any(owned, unsigned));
    expect(rows('layout', 'update', { 'dashboard.personalize': 'all', 'dashboard.config': 'own' })).toEqual(owned);
  });
});

describe('a definition', () => {
  it('is for all alike: any scope counts as all', () => {
    for (const scope of ['own', 'book', 'all'] as const) expect(rows('model', 'read', { 'health.view': scope })).toEqual(ALWAYS);
  });
});

describe("fields of another feature", () => {
  const narrow = (cells: Readonly<Record<string, Scope>>) => [...narrowFieldsFor(rules, given(cells), BINDINGS.customer)];

  it('are open where that feature reaches, and told only where this is less than the rows that are seen', () => {
    expect(narrow({ 'customers.view': 'all', 'custom_fields.view': 'all' })).toEqual([]);
    expect(narrow({ 'customers.view': 'book', 'custom_fields.view': 'book' })).toEqual([]);
    expect(narrow({ 'customers.view': 'book', 'custom_fields.view': 'all' })).toEqual([]);
    expect(narrow({ 'customers.view': 'all', 'custom_fields.view': 'book' })).toEqual([['custom', owned]]);
    expect(narrow({ 'customers.view': 'all' })).toEqual([['custom', NEVER]]);
  });
});

describe('a wider cell', () => {
  interface Row {
    readonly owner: string | null;
    readonly coOwner: boolean;
    readonly customer?: Row;
    readonly note?: Row;
  }

  const holds = (predicate: Predicate, row: Row): boolean => {
    switch (predicate.kind) {
      case 'always':
        return true;
      case 'never':
        return false;
      case 'equals':
        return row.owner === predicate.value;
      case 'oneOf':
        return row.owner !== null && predicate.values.includes(row.owner);
      case 'entry':
        return row.coOwner;
      case 'via': {
        const next = row[predicate.attribute as 'customer' | 'note'];
        return next !== undefined && holds(predicate.target, next);
      }
      case 'any':
        return predicate.of.some((part) => holds(part, row));
      case 'every':
        return predicate.of.every((part) => holds(part, row));
    }
  };

  const features = [...new Set(Object.values(BINDINGS).map(({ feature }) => feature))];
  const cellNames = features.flatMap((feature) => ACTIONS.map((action) => `${feature}.${action}`));
  const mask = fc.subarray([...SCOPES]).map((scopes) => maskOf(...scopes));
  const cells: fc.Arbitrary<Cells> = fc.array(mask, { minLength: cellNames.length, maxLength: cellNames.length }).map((masks) => Object.fromEntries(cellNames.map((name, index) => [name, masks[index] ?? NOTHING])));
  const customer = fc.record({ owner: fc.constantFrom('carla', 'chen', null), coOwner: fc.boolean() });
  const row: fc.Arbitrary<Row> = fc.tuple(customer, customer).map(([own, other]) => ({ ...own, customer: other, note: { owner: null, coOwner: false, customer: other } }));

  it('never takes a row away, and a narrower one never adds any', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom(...cellNames), mask, fc.constantFrom(...Object.values(BINDINGS)), row, (narrower, name, more, binding, at) => {
        const wider = { ...narrower, [name]: unite(narrower[name] ?? NOTHING, more) };
        for (const operation of OPERATIONS) {
          const reached = (which: Cells) => holds(predicateFor(rules, member(which, 'co-owner'), binding, operation), at);
          if (reached(narrower)) expect(reached(wider)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never gives a row that is written, without `all`, unless it or its deciding record is within reach', () => {
    fc.assert(
      fc.property(fc.subarray(['none', 'own', 'book', 'shared', 'territory', 'project'] as const), fc.constantFrom('note', 'reply', 'run', 'customer'), row, (scopes, name, at) => {
        const limited = Object.fromEntries(cellNames.map((cell) => [cell, maskOf(...scopes)]));
        const record = name === 'customer' ? at : at.customer;
        const reached = holds(predicateFor(rules, member(limited, 'co-owner'), BINDINGS[name as 'note'], 'update'), at);
        if (reached) expect(record?.owner === 'carla' || record?.coOwner).toBe(true);
      }),
    );
  });
});
