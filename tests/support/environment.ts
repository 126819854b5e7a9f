import { TestEnvironment } from 'jest-environment-node';

import { makeOuter } from './make-outer';

/** Hands node itself to the tests, from outside jest's sandbox; `outer.ts` says why. */
export default class SiteEnvironment extends TestEnvironment {
  override async setup() {
    await super.setup();
    this.global.outer = makeOuter();
  }
}
