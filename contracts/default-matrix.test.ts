import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { ACTIONS, DEFAULT_MATRIX, FEATURES, STANDARD_ROLES, type Allowance } from './default-matrix';

interface Row {
  readonly words: string;
  readonly actions: readonly string[];
  readonly scope?: string;
}

const cases = parse(fs.readFileSync(path.join(__dirname, '..', 'tests', 'cases', 'matrix.yaml'), 'utf8')) as Record<string, Record<string, Row>>;

/** The words of the summary table, made of an allowance. It says "edit" where a book is edited, and names a scope only where it says so. */
const wordsOf = ({ actions, scope }: Allowance, original: string): string => {
  if (actions.length === 0) return '—';
  if (actions.length === ACTIONS.length) return 'full';
  const verbs = actions.map((action) => (action === 'update' && original.includes('edit') ? 'edit' : action)).join('+');
  return original.includes('(') ? `${verbs} (${scope})` : verbs;
};

describe('the default matrix', () => {
  it('[A009] has these eleven features, in this order', () => {
    expect(FEATURES).toEqual(Object.keys(cases['admin'] ?? {}));
  });

  it('[A010] has these eight actions, in this order', () => {
    expect(ACTIONS).toEqual(['view', 'create', 'update', 'delete', 'config', 'execute', 'personalize', 'export']);
  });

  it.each(STANDARD_ROLES.flatMap((role) => FEATURES.map((feature) => [role, feature] as const)))(
    '[A025] %s: %s reads as in the summary table',
    (role, feature) => {
      const row = cases[role]?.[feature] as Row;
      const allowance = DEFAULT_MATRIX[role][feature];
      expect(wordsOf(allowance, row.words)).toBe(row.words);
      expect([...allowance.actions].sort()).toEqual([...row.actions].sort());
      if (row.actions.length > 0) expect(allowance.scope).toBe(row.scope);
    },
  );

  it('[A022] means all eight actions by "full"', () => {
    const full = STANDARD_ROLES.flatMap((role) => FEATURES.filter((feature) => cases[role]?.[feature]?.words === 'full').map((feature) => DEFAULT_MATRIX[role][feature]));
    expect(full).toHaveLength(12);
    for (const { actions, scope } of full) expect({ count: actions.length, scope }).toEqual({ count: 8, scope: 'all' });
  });

  it('allows 137 of 352 cells', () => {
    const allowed = STANDARD_ROLES.map((role) => FEATURES.reduce((sum, feature) => sum + DEFAULT_MATRIX[role][feature].actions.length, 0));
    expect(allowed).toEqual([88, 26, 14, 9]);
  });
});
