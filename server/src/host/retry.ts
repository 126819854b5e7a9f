import { RosterError } from '../kernel/errors';

/** PostgreSQL, MySQL and MariaDB end one of two transactions that wait for each other. */
const DEADLOCK = new Set(['40P01', '40001', 'ER_LOCK_DEADLOCK']);

const isClash = (error: unknown): boolean => (error instanceof RosterError ? error.code === 'CONFLICT' : DEADLOCK.has((error as { code?: string } | undefined)?.code ?? ''));

/** Runs a transaction once more where another one was in its way: then it sees what that one has done. */
export const retrying = async <T>(run: () => Promise<T>, times = 5): Promise<T> => {
  for (let left = times; ; left -= 1) {
    try {
      return await run();
    } catch (error) {
      if (left === 0 || !isClash(error)) throw error;
    }
  }
};
