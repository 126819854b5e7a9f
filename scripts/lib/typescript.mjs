import fs from 'node:fs';
import { createRequire } from 'node:module';

import { transformSync } from '@swc/core';

import { inRoot } from './root.mjs';

const require = createRequire(import.meta.url);

const options = (filename) => ({
  filename,
  swcrc: false,
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  module: { type: 'commonjs' },
});

// As CommonJS: Node then finds folders and files without an ending by itself.
require.extensions['.ts'] = (module, filename) => {
  module._compile(transformSync(fs.readFileSync(filename, 'utf8'), options(filename)).code, filename);
};

/** What a TypeScript file of this repository exports, straight from its source. */
export const load = (file) => require(inRoot(file));
