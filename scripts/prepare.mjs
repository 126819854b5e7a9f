// Brings a checkout to the point where something can run: packages installed, plugin built, panel built.
// Each step looks first whether its result still fits the sources, so that a second run is instant.
//   node scripts/prepare.mjs install build panel [--force]
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';

import { hashOf } from './lib/hash.mjs';
import { isInstalled } from './lib/installed.mjs';
import { inRoot } from './lib/root.mjs';
import { must } from './lib/run.mjs';

const STAMPS = inRoot('.tmp', 'prepared.json');

const readStamps = () => {
  try {
    return JSON.parse(fs.readFileSync(STAMPS, 'utf8'));
  } catch {
    return {};
  }
};

const writeStamp = (name, hash) => {
  fs.mkdirSync(inRoot('.tmp'), { recursive: true });
  fs.writeFileSync(STAMPS, JSON.stringify({ ...readStamps(), [name]: hash }, null, 2));
};

const PANEL_SOURCES = ['admin', 'contracts', 'package.json', 'package-lock.json'];
const TESTS = /\.test\.tsx?$/;

/** The builder knows of server and admin only. */
const buildClient = async () => {
  const { build } = await import('esbuild');
  fs.rmSync(inRoot('dist', 'client'), { recursive: true, force: true });
  for (const [format, file] of [['esm', 'index.mjs'], ['cjs', 'index.js']]) {
    await build({ entryPoints: [inRoot('client', 'src', 'index.ts')], outfile: inRoot('dist', 'client', file), format, bundle: true, minify: true, platform: 'neutral', target: 'es2022', logLevel: 'error' });
  }
  await must('tsc', ['-p', 'client/tsconfig.build.json']);
};

const buildPlugin = async () => {
  // The builder empties dist/server and dist/admin itself, each only when it gets that far.
  await must('strapi-plugin', ['build']);
  fs.rmSync(inRoot('dist', 'contracts'), { recursive: true, force: true });
  // The builder writes declarations of server/ and admin/ only; both refer to contracts/.
  await must('tsc', ['-p', 'contracts/tsconfig.build.json']);
  await buildClient();
};

const steps = {
  install: {
    isDone: () => isInstalled(),
    // Not `npm ci`: it refuses a lockfile without the packages of every other platform.
    make: () => must('npm', ['install', '--loglevel=error']),
  },
  build: {
    result: 'dist/server/index.js',
    hash: () => hashOf(['server', 'client', ...PANEL_SOURCES, 'tsconfig.base.json', 'scripts/prepare.mjs'], { except: TESTS }),
    make: buildPlugin,
  },
  panel: {
    result: 'playground/build/index.html',
    hash: () =>
      hashOf([...PANEL_SOURCES, 'playground/src/admin', 'playground/config', 'playground/package.json'], { except: TESTS }),
    make: () => must('strapi', ['build'], { cwd: inRoot('playground'), env: { NODE_ENV: 'production' } }),
  },
};

const isDone = (name, step) =>
  step.isDone ? step.isDone() : fs.existsSync(inRoot(step.result)) && readStamps()[name] === step.hash();

export const prepare = async (names, { force = false } = {}) => {
  for (const name of names) {
    const step = steps[name];
    if (!step) throw new Error(`There is no step "${name}", only ${Object.keys(steps).join(', ')}.`);
    if (!force && isDone(name, step)) continue;
    const start = performance.now();
    console.log(`> ${name}`);
    await step.make();
    if (step.hash) writeStamp(name, step.hash());
    console.log(`> ${name} took ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const words = process.argv.slice(2);
  await prepare(words.filter((word) => !word.startsWith('--')), { force: words.includes('--force') });
}
