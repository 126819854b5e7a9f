import { outer } from './outer';

const RealDate = outer.global.Date as DateConstructor;

/** Lets the site believe that it is so much later; 0 for now. */
export const shiftTime = (ms: number): void => {
  class ShiftedDate extends RealDate {
    constructor(...given: unknown[]) {
      super(...((given.length === 0 ? [RealDate.now() + ms] : given) as [number]));
    }
    static override now(): number {
      return RealDate.now() + ms;
    }
    // Moments from before are moments too.
    static override [Symbol.hasInstance](value: unknown): boolean {
      return Object.prototype.toString.call(value) === '[object Date]';
    }
  }
  outer.global.Date = ms === 0 ? RealDate : (ShiftedDate as DateConstructor);
};
