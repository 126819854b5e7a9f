// Everything that can be said about the code without starting the API and browser suites.
//   node scripts/check.mjs                 all steps
//   node scripts/check.mjs lint types      only these
//   node scripts/check.mjs --without unit  all but these
import { prepare } from './prepare.mjs';
import { run } from './lib/run.mjs';

const script = (name) => () => run('npm', ['run', '--silent', name]);

const build = async () => {
  await prepare(['build']);
  return 0;
};

const STEPS = {
  types: script('types'),
  lint: script('lint'),
  deps: script('deps'),
  unit: script('unit'),
  dead: script('dead'),
  build,
  verify: script('verify'),
  smoke: script('smoke'),
};

const words = process.argv.slice(2);
const without = words[0] === '--without';
const named = words.filter((word) => !word.startsWith('--'));
const unknown = named.filter((name) => !(name in STEPS));
if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}. There are: ${Object.keys(STEPS).join(', ')}.`);
const chosen = Object.keys(STEPS).filter((name) => named.length === 0 || named.includes(name) !== without);

await prepare(['install']);

const results = [];
for (const name of chosen) {
  console.log(`\n> ${name}`);
  const start = performance.now();
  // All steps run even when one fails: one round shows everything there is to mend.
  const code = await STEPS[name]().catch((error) => (console.error(error.message), 1));
  results.push({ name, ok: code === 0, seconds: ((performance.now() - start) / 1000).toFixed(1) });
}

console.log('');
for (const { name, ok, seconds } of results) console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
