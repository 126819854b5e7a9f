import { ACTIONS, DEFAULT_MATRIX, FEATURES, STANDARD_ROLES } from '../../../../../contracts/default-matrix';
import { isScope } from '../../../../../contracts/scopes';
import { defaultCells } from './default-cells';
import { createRegistry } from './registry';

const cellsOf = (features: Parameters<typeof createRegistry>[0]['features']) => defaultCells(createRegistry({ features }, {}).features);
const named = (cells: ReturnType<typeof defaultCells>) => new Map(cells.map(({ role, feature, action, scope }) => [`${role} ${feature}.${action}`, scope]));

describe('the cells that a site starts with', () => {
  it('are one for each role, feature and action, `none` included', () => {
    const cells = cellsOf(undefined);
    expect(cells).toHaveLength(STANDARD_ROLES.length * FEATURES.length * ACTIONS.length);
    expect(named(cells).size).toBe(cells.length);
    expect(cells.every(({ scope }) => isScope(scope))).toBe(true);
  });

  it('are those of the default matrix', () => {
    for (const { role, feature, action, scope } of cellsOf(undefined)) {
      const { actions, scope: allowed } = DEFAULT_MATRIX[role as 'csm'][feature as 'renewals'];
      expect([role, feature, action, scope]).toEqual([role, feature, action, actions.includes(action as 'view') ? allowed : 'none']);
    }
  });

  it("of a site's own feature are the admin's, and nobody else's until somebody says so", () => {
    const cells = named(cellsOf({ surveys: { actions: ['view', 'subscribe'] } }));
    expect(STANDARD_ROLES.map((role) => [cells.get(`${role} surveys.view`), cells.get(`${role} surveys.subscribe`)])).toEqual([
      ['all', 'all'],
      ['none', 'none'],
      ['none', 'none'],
      ['none', 'none'],
    ]);
    expect(cells.has('csm surveys.update')).toBe(false);
  });

  it('of an action that a site adds to a standard feature are the admin\'s too; the others keep theirs', () => {
    const cells = named(cellsOf({ renewals: { actions: ['view', 'publish'] } }));
    expect(['admin', 'director', 'csm'].map((role) => [cells.get(`${role} renewals.view`), cells.get(`${role} renewals.publish`)])).toEqual([
      ['all', 'all'],
      ['all', 'none'],
      ['book', 'none'],
    ]);
    expect(cells.has('admin renewals.update')).toBe(false);
  });
});
