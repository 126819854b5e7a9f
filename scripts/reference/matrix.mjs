import { load } from '../lib/typescript.mjs';
import { code, page, table } from './markdown.mjs';

const MATRIX = 'contracts/default-matrix.ts';
const ROLES = 'contracts/standard-roles.ts';

export const matrix = () => {
  const { ACTIONS, DEFAULT_MATRIX, FEATURES, STANDARD_ROLES } = load(MATRIX);
  const { STANDARD_ROLE_SEEDS } = load(ROLES);

  const wordsOf = ({ actions, scope }) => {
    if (actions.length === 0) return '–';
    return `${actions.length === ACTIONS.length ? 'everything' : actions.join(', ')}${scope === 'all' ? '' : ` (${scope})`}`;
  };
  const roles = STANDARD_ROLES.map((role) => {
    const { label, description, mayOwn } = STANDARD_ROLE_SEEDS[role];
    return [code(role), label.en, description.en, mayOwn ? 'yes' : 'no'];
  });
  const rows = FEATURES.map((feature) => [code(feature), ...STANDARD_ROLES.map((role) => wordsOf(DEFAULT_MATRIX[role][feature]))]);

  return page(
    'Default matrix',
    [MATRIX, ROLES],
    'What a new site starts with. A pair of role and feature is seeded once; afterwards the table in the database is the truth, and no boot resets it.',
    '## Roles',
    table([['key', 'label', 'for', 'may own records'], ...roles]),
    `## Cells\n\nActions: ${ACTIONS.map(code).join(', ')}. In brackets the scope, where it is not \`all\`; a dash is no access at all.`,
    table([['feature', ...STANDARD_ROLES.map(code)], ...rows]),
  );
};
