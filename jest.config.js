// Four suites, chosen with --selectProjects. API and browser tests boot Strapi outside jest's module
// system (see tests/support/outer.ts), so that nothing of node_modules is transformed for them.

// Packages that ship only ES modules. Unit tests may import them, and jest can't load them as they are.
const ESM_ONLY = ['openid-client', 'oauth4webapi', 'jose', 'otplib', '@otplib', '@scure', '@noble', '@simplewebauthn'];

const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: {
    '^.+\\.[cm]?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_ONLY.join('|')})/)`, '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/playground/', '<rootDir>/\\.tmp/'],
};

const withSite = {
  ...common,
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
  testEnvironment: '<rootDir>/tests/support/environment.ts',
};

/** @type {import('jest').Config} */
module.exports = {
  maxWorkers: 2,
  // Every boot reloads Strapi's modules; a worker that has grown past this is replaced, and a new one is cold:
  // replaced after each file, a run takes a third longer.
  workerIdleMemoryLimit: '2600MB',
  // A boot takes 6 s on a quiet machine and ten times that on a busy one, and a hook may boot several times.
  testTimeout: 300_000,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/{server/src,contracts,admin/src,client/src}/**/*.test.{ts,tsx}'],
    },
    { ...withSite, displayName: 'contract', testMatch: ['<rootDir>/tests/contract/**/*.test.ts'] },
    { ...withSite, displayName: 'api', testMatch: ['<rootDir>/tests/{api,attacks}/**/*.test.ts'] },
    { ...withSite, displayName: 'browser', testMatch: ['<rootDir>/tests/browser/**/*.test.ts'] },
  ],
};
