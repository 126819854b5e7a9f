import { outer } from './outer';

interface Bcrypt {
  genSalt(rounds: number, ...rest: readonly unknown[]): unknown;
}

/** The least that bcrypt takes. */
const ROUNDS = 4;

const QUICK = Symbol.for('roster.quick-passwords');

/**
 * Passwords are hashed at the least cost, from now on in this process: at the host's, each sign-in of each suite takes a
 * tenth of a second, a fifth of the whole run. How many passwords are looked at for whom is tested by counting.
 */
export const hashQuickly = (): void => {
  const bcrypt = outer.require('bcryptjs') as Bcrypt & { [QUICK]?: true };
  if (bcrypt[QUICK]) return;
  const { genSalt } = bcrypt;
  Object.assign(bcrypt, { [QUICK]: true, genSalt: (_rounds: number, ...rest: readonly unknown[]) => genSalt(ROUNDS, ...rest) });
};
