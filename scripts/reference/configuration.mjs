import fs from 'node:fs';

import { inRoot } from '../lib/root.mjs';
import { load } from '../lib/typescript.mjs';
import { mustComment } from './doc-comment.mjs';
import { code, page, table } from './markdown.mjs';
import { limits, typeOf } from './shape.mjs';

const FEATURES = 'server/src/features';
const SOURCES = fs
  .readdirSync(inRoot(FEATURES))
  .map((feature) => `${FEATURES}/${feature}/config.ts`)
  .filter((file) => fs.existsSync(inRoot(file)));

/** The constant that says what a key holds: `mode: mode`, or what the values of its map look like: `bindings: z.record(…, binding)`. */
const constantOf = (file, key) => {
  const text = fs.readFileSync(inRoot(file), 'utf8');
  const found = new RegExp(`\\b${key}: z\\.record\\([^,]+, (\\w+)\\)`).exec(text) ?? new RegExp(`\\b${key}: (\\w+)\\.optional\\(\\)`).exec(text);
  if (!found) throw new Error(`${file}: "${key}" is neither a constant nor a map of one; scripts/reference/configuration.mjs knows nothing else.`);
  return found[1];
};

const valueOf = (file, key, schema) => [`## ${code(key)}`, `${code(typeOf(schema))}. Optional.`, mustComment(file, constantOf(file, key))].join('\n\n');

const mapOf = (file, key, { propertyNames, additionalProperties }) => {
  const comment = mustComment(file, constantOf(file, key));
  const { properties, required = [] } = additionalProperties;
  const unsaid = Object.keys(properties).find((name) => !comment.includes(code(name)));
  if (unsaid) throw new Error(`${file}: the comment does not say what "${unsaid}" is.`);
  const rows = Object.entries(properties).map(([name, schema]) => [code(name), code(typeOf(schema)), required.includes(name) ? 'yes' : 'no', limits(schema)]);
  return [
    `## ${code(key)}`,
    `A map${propertyNames?.pattern ? `; its keys match ${code(`/${propertyNames.pattern}/`)}` : ''}. Optional.`,
    comment,
    table([['key', 'type', 'required', 'limits'], ...rows]),
  ].join('\n\n');
};

const sectionOf = (file, [key, schema]) => (schema.additionalProperties ? mapOf(file, key, schema) : valueOf(file, key, schema));

/** JSON knows no functions; a site's config does. */
const FUNCTIONS = { unrepresentable: 'any', override: ({ zodSchema, jsonSchema }) => zodSchema._zod.def.type === 'custom' && Object.assign(jsonSchema, { type: 'function' }) };

export const configuration = () => {
  const { z } = load('node_modules/zod');
  const sections = SOURCES.flatMap((file) =>
    Object.values(load(file)).flatMap((shape) => Object.entries(z.toJSONSchema(z.strictObject(shape), FUNCTIONS).properties).map((entry) => sectionOf(file, entry))),
  );
  return page(
    'Configuration',
    SOURCES,
    "The plugin's `config` in `config/plugins.js` (or `.ts`). An unknown key or a wrong value stops the boot, and the error names the key. Examples: [bind your content types](../guides/bind-your-content-types.md).",
    ...sections,
  );
};
