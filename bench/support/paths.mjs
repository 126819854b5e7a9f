import { createRequire } from 'node:module';
import path from 'node:path';

import { inRoot } from '../../scripts/lib/root.mjs';

export const PLAYGROUND = inRoot('playground');

/** Resolves from the playground, so that drivers and Strapi are the copies that the site uses. */
export const requireOfSite = createRequire(path.join(PLAYGROUND, 'package.json'));
