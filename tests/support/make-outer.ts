import { createRequire } from 'node:module';
import path from 'node:path';

import { PLAYGROUND } from './paths';

export interface Outer {
  /** Resolves from the playground: the plugin and its host must share one copy of everything. */
  require(id: string): unknown;
  moduleCache: NodeJS.Require['cache'];
  process: NodeJS.Process;
  global: typeof globalThis & { strapi?: unknown };
}

const makeRequire = () => createRequire(path.join(PLAYGROUND, 'package.json'));

/** What is around whoever calls: jest's environment and global setup stand outside its sandbox. */
export const makeOuter = (): Outer => ({
  // A new one each time: a `require` remembers all that it loaded, and nothing of it could be collected.
  require: (id) => makeRequire()(id) as unknown,
  moduleCache: makeRequire().cache,
  process,
  global: globalThis,
});
