// What a reviewer would say every time. Layout is nobody's business here.
import tseslint from 'typescript-eslint';

const RAW_CONNECTION = 'A raw connection inside a transaction deadlocks SQLite: go through an adapter in server/src/host/.';
const GLOBAL_STRAPI = 'Take `strapi` as an argument: the global is whichever site booted last.';

const rawConnection = [
  "MemberExpression[property.name='connection']:matches([object.property.name='db'], [object.name='db'])",
  "VariableDeclarator[init.property.name='db'] > ObjectPattern > Property[key.name='connection']",
  'MemberExpression[property.name=/^get(Schema)?Connection$/]',
].map((selector) => ({ selector, message: RAW_CONNECTION }));

const globalStrapi = {
  selector: "MemberExpression[property.name='strapi'][object.name=/^(global|globalThis)$/]",
  message: GLOBAL_STRAPI,
};

export default tseslint.config(
  { ignores: ['**/dist/', '**/build/', '**/node_modules/', '**/.tmp/', '**/.cache/', 'playground/', 'coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // An async function without await turns a throw into a rejection: often just what is wanted.
      '@typescript-eslint/require-await': 'off',
      // The compiler says it, and better.
      '@typescript-eslint/no-unused-vars': 'off',
      // Both cry wolf over destructured closures and over casts that only tell the reader something.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/max-params': ['error', { max: 4 }],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    files: ['server/src/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', { name: 'strapi', message: GLOBAL_STRAPI }],
      'no-restricted-syntax': ['error', globalStrapi, ...rawConnection],
    },
  },
  {
    files: ['server/src/host/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', globalStrapi] },
  },
  {
    // Strapi types most of what it hands out as `any`. It ends here: what these files return is typed.
    // Tests look at answers as they come over the wire.
    files: ['server/src/host/**/*.ts', 'server/src/**/*.repository.ts', 'tests/**/*.ts'],
    rules: Object.fromEntries(
      ['argument', 'assignment', 'call', 'member-access', 'return'].map((what) => [`@typescript-eslint/no-unsafe-${what}`, 'off']),
    ),
  },
  {
    // A page is mostly markup.
    files: ['admin/src/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 100, skipBlankLines: true, skipComments: true }] },
  },
  {
    // A suite is one long function. No test may be left out, or keep others from running.
    files: ['**/*.test.{ts,tsx}', 'tests/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/max-params': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo)$/]",
          message: 'Every test runs, or it goes.',
        },
        { selector: 'CallExpression[callee.name=/^(x|f)(it|describe|test)$/]', message: 'Every test runs, or it goes.' },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.base],
    rules: { 'max-lines': ['error', { max: 300 }], eqeqeq: ['error', 'always', { null: 'ignore' }] },
  },
);
