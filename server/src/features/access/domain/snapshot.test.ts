import fc from 'fast-check';
import { NOTHING, SCOPES, includes, isScope, isScopeOf, maskOf, scopesOf, unite, type Scope, type ScopeMask } from '../../../../../contracts/scopes';
import type { RoleFacts } from '../../../kernel/reach';
import { compileSnapshot, type Cell } from './snapshot';

const role = (key: string, kind: RoleFacts['kind'], mayOwn = false): RoleFacts => ({ key, kind, doors: 'both', mayOwn });

const ROLES = [role('csm', 'standard', true), role('viewer', 'standard'), role('auditor', 'custom'), role('helper', 'custom', true)];
const KEYS = ROLES.map(({ key }) => key);
const FEATURES = ['customer_360', 'renewals'];
const ACTIONS = ['view', 'update'];

const scope = fc.constantFrom(...SCOPES);
/** One scope for every cell of every role: the table has each cell once. */
const cells: fc.Arbitrary<Cell[]> = fc
  .array(scope, { minLength: KEYS.length * 4, maxLength: KEYS.length * 4 })
  .map((scopes) =>
    KEYS.flatMap((key, r) => FEATURES.flatMap((feature, f) => ACTIONS.map((action, a) => ({ role: key, feature, action, scope: scopes[r * 4 + f * 2 + a] ?? 'none' })))),
  );
const held = fc.subarray(KEYS);

const compile = (list: readonly Cell[]) => compileSnapshot(1, ROLES, list);
const masks = (list: readonly Cell[], keys: readonly string[]) => {
  const reach = compile(list).reach(keys);
  return FEATURES.flatMap((feature) => ACTIONS.map((action) => reach.mask(feature, action)));
};

describe('the roles of a member', () => {
  it('unite: a cell holds the scopes that any of them has there, and no other', () => {
    fc.assert(
      fc.property(cells, fc.subarray(['csm', 'viewer']), (list, keys) => {
        const reach = compile(list).reach(keys);
        for (const feature of FEATURES) {
          for (const action of ACTIONS) {
            const given = list.filter((cell) => keys.includes(cell.role) && cell.feature === feature && cell.action === action && isScopeOf(cell.scope as Scope, action));
            const wanted = given.reduce<ScopeMask>((mask, cell) => unite(mask, maskOf(cell.scope as Scope)), NOTHING);
            expect(reach.mask(feature, action)).toBe(wanted);
          }
        }
      }),
    );
  });

  it('view what is shared, and do nothing else with it, whatever the table says', () => {
    const cell = (action: string): Cell => ({ role: 'csm', feature: 'renewals', action, scope: 'shared' });
    const reach = compile(['view', 'update', 'delete', 'export', 'publish'].map(cell)).reach(['csm']);
    expect(scopesOf(reach.mask('renewals', 'view'))).toEqual(['shared']);
    expect([...(reach.granted.get('renewals')?.keys() ?? [])]).toEqual(['view']);
  });

  it('are decided by the custom ones alone, where there are any', () => {
    fc.assert(
      fc.property(cells, held, (list, keys) => {
        const custom = keys.filter((key) => key === 'auditor' || key === 'helper');
        fc.pre(custom.length > 0);
        expect(masks(list, keys)).toEqual(masks(list, custom));
        expect(compile(list).reach(keys).roles.map(({ key }) => key)).toEqual([...custom].sort());
      }),
    );
  });

  it('may take a right away: a custom role narrows what the standard one gave', () => {
    const list: Cell[] = [
      { role: 'csm', feature: 'renewals', action: 'view', scope: 'all' },
      { role: 'auditor', feature: 'renewals', action: 'view', scope: 'own' },
    ];
    expect(scopesOf(compile(list).reach(['csm', 'auditor']).mask('renewals', 'view'))).toEqual(['own']);
    expect(compile(list).reach(['csm', 'auditor']).mayOwn).toBe(false);
    expect(compile(list).reach(['csm']).mayOwn).toBe(true);
  });

  it('count the same in every order, and twice as once; so do the rows of the table', () => {
    const shuffled = fc.tuple(cells, held).chain(([list, keys]) =>
      fc.tuple(fc.constant(list), fc.constant(keys), fc.shuffledSubarray(list, { minLength: list.length }), fc.shuffledSubarray([...keys, ...keys], { minLength: keys.length * 2 })),
    );
    fc.assert(
      fc.property(shuffled, ([list, keys, rows, twice]) => {
        expect(masks(rows, twice)).toEqual(masks(list, keys));
        expect(compile(rows).reach(twice).roles).toEqual(compile(list).reach(keys).roles);
      }),
    );
  });

  it('that nobody knows give nothing, and do not stand in the way of those that are known', () => {
    fc.assert(
      fc.property(cells, held, fc.string(), (list, keys, stray) => {
        fc.pre(!KEYS.includes(stray));
        expect(masks(list, [stray])).toEqual([0, 0, 0, 0]);
        expect(masks(list, [...keys, stray])).toEqual(masks(list, keys));
      }),
    );
  });

  it('give nothing by a scope, a feature or an action that nobody knows', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (scopeName, feature, action) => {
        fc.pre(!isScope(scopeName) || scopeName === 'none');
        const reach = compile([{ role: 'csm', feature, action, scope: scopeName }]).reach(['csm']);
        expect([reach.mask(feature, action), reach.granted.size]).toEqual([NOTHING, 0]);
        expect(compile([]).reach(['csm']).mask(feature, action)).toBe(NOTHING);
      }),
    );
  });

  it('keep features and actions apart, whatever their names', () => {
    const reach = compile([{ role: 'csm', feature: 'a', action: 'b.c', scope: 'all' }]).reach(['csm']);
    expect([reach.mask('a.b', 'c'), reach.mask('a', 'b'), reach.mask('__proto__', 'b.c'), reach.mask('a', 'constructor')]).toEqual([0, 0, 0, 0]);
    expect(includes(reach.mask('a', 'b.c'), 'all')).toBe(true);
  });
});

describe('a cell of the table', () => {
  it('is told as it stands, and none where there is none', () => {
    const snapshot = compile([{ role: 'csm', feature: 'renewals', action: 'view', scope: 'galaxy' }]);
    expect([snapshot.scope('csm', 'renewals', 'view'), snapshot.scope('csm', 'renewals', 'update'), snapshot.scope('boss', 'renewals', 'view')]).toEqual(['galaxy', 'none', 'none']);
  });
});
