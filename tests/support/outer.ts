import { makeOuter, type Outer } from './make-outer';

/**
 * Node itself, outside jest's sandbox, put there by `environment.ts`.
 *
 * Jest gives each test file a module system of its own. In there Strapi boots in 1.7 s instead of
 * 1.1 s, some 100 MB a file aren't given back, `import()` of ES modules doesn't work at all, and what
 * is tested isn't what node runs.
 *
 * The price: what comes back from Strapi has the outer world's Array and Error. Compare with
 * `toEqual`; `toStrictEqual` and `toBeInstanceOf` see strangers. Fake timers don't reach it either.
 */
export const outer: Outer = (globalThis as { outer?: Outer }).outer ?? makeOuter();
