// Who may know whom. ARCHITECTURE.md draws it; here it is kept.

/** From left to right: a feature may use what stands left of it. */
const ORDER = [
  'members', 'tokens', 'jobs', 'access', 'api-tokens', 'books', 'assignment', 'rebalance', 'backfill', 'projects', 'enforcement', 'observation', 'usage',
  'sessions', 'team', 'account', 'access-requests', 'ways-in', 'set-up', 'exports', 'mfa', 'sso', 'governance', 'audit',
];

const TEST = '\\.test\\.tsx?$';
const BUILTIN = (...names) => `^(node:)?(${names.join('|')})$`;
const feature = (...names) => `^server/src/features/(${names.join('|')})/`;

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Code of ours and packages; what tests import beside that is their own affair. */
const only = (name, comment, path, allowed) => forbid(name, comment, { path, pathNot: TEST }, { pathNot: allowed });

const leftward = ORDER.slice(0, -1).map((name, index) =>
  forbid(
    `${name}-looks-left`,
    `${name} may import only the features before it: ${ORDER.slice(0, index).join(', ') || 'none'}.`,
    { path: feature(name) },
    { path: feature(...ORDER.slice(index + 1)) },
  ),
);

const rooms = [
  only('contracts-are-plain', 'Server and panel share contracts: zod and nothing else.', '^contracts/', [
    '^contracts/', '^node_modules/zod/',
  ]),
  only('kernel-is-pure', 'The kernel knows no host and no feature.', '^server/src/kernel/', [
    '^server/src/kernel/', '^contracts/', '^node_modules/zod/', BUILTIN('crypto', 'async_hooks'),
  ]),
  only('domain-is-pure', 'Pure functions: what they need of the world is passed in.', '^server/src/features/([^/]+)/domain/', [
    '^server/src/features/$1/domain/', '^server/src/kernel/', '^contracts/', '^node_modules/zod/', BUILTIN('crypto'),
  ]),
  only('host-knows-no-feature', 'An adapter serves features; it does not know them.', '^server/src/host/', [
    '^server/src/(host|kernel)/', '^contracts/', '^node_modules/', BUILTIN('[a-z_/]+'),
  ]),
  forbid(
    'strapi-stays-outside',
    'Only host/ and repositories use Strapi. Its types may be imported anywhere but in kernel and domain.',
    { path: '^server/src/', pathNot: ['^server/src/host/', '\\.repository\\.ts$', TEST] },
    { path: '^node_modules/(@strapi|koa|@koa|knex)/', dependencyTypesNot: ['type-only'] },
  ),
];

const features = [
  ...leftward,
  forbid('unknown-feature', 'A new feature gets its place in ORDER first.', {}, {
    path: '^server/src/features/',
    pathNot: feature(...ORDER),
  }),
  forbid(
    'features-have-a-face',
    'A feature is entered through its index.ts.',
    { path: '^server/src/features/([^/]+)/' },
    { path: '^server/src/features/[^/]+/', pathNot: ['^server/src/features/$1/', '^server/src/features/[^/]+/index\\.ts$'] },
  ),
  forbid(
    'nobody-imports-audit',
    'What happened is told through the record port. Only the composition knows who writes it down.',
    { pathNot: ['^server/src/features/audit/', '^server/src/index\\.ts$', '^tests/'] },
    { path: feature('audit') },
  ),
  forbid(
    'enforcement-knows-strategies',
    'Books and projects register a strategy; enforcement does not know them by name.',
    { path: feature('enforcement') },
    { path: feature('books', 'projects') },
  ),
];

const sides = [
  forbid('panel-apart-from-server', 'They meet in contracts/.', { path: '^admin/' }, { path: '^server/' }),
  forbid('server-apart-from-panel', 'They meet in contracts/.', { path: '^server/' }, { path: '^admin/' }),
  forbid('client-is-light', 'The client has no dependency.', { path: '^client/', pathNot: TEST }, { pathNot: ['^client/', '^contracts/'] }),
  forbid('nothing-imports-tests', 'Tests may import anything, and nothing imports them.', { pathNot: '^(tests|bench)/' }, {
    path: '^tests/',
  }),
  forbid('nothing-imports-the-playground', 'It is a site like any other.', { pathNot: '^playground/' }, { path: '^playground/' }),
];

const packages = [
  forbid('no-circles', 'Two files that need each other are one file, or three.', {}, { circular: true }),
  // The client's tests import what an app imports, which is there once it is built.
  forbid('no-orphan-imports', 'It resolves to nothing.', {}, { couldNotResolve: true, pathNot: '^strapi-plugin-roster/' }),
  forbid(
    'ship-what-you-import',
    'What the plugin imports must be a dependency or a peer: development packages stay here.',
    { path: '^(server|admin|contracts|client)/', pathNot: TEST },
    { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['npm', 'npm-peer', 'type-only'] },
  ),
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...rooms, ...features, ...sides, ...packages],
  options: {
    doNotFollow: { path: ['node_modules', '^dist/'] },
    exclude: { path: ['^dist/', '^\\.tmp/'] },
    // Imports of types count: a circle of types is a circle.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
