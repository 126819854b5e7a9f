import fs from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { transform } from '@swc/core';

const RELATIVE = /^\.\.?\//;
const HAS_ENDING = /\.[cm]?[jt]s$|\.json$/;

export const resolve = (specifier, context, next) => {
  const fromTypeScript = context.parentURL?.endsWith('.ts') && RELATIVE.test(specifier) && !HAS_ENDING.test(specifier);
  return next(fromTypeScript ? `${specifier}.ts` : specifier, context);
};

export const load = async (url, context, next) => {
  if (!url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await fs.readFile(filename, 'utf8'), {
    filename,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'es6' },
  });
  return { format: 'module', source: code, shortCircuit: true };
};
