import { RosterError } from '../kernel/errors';

/** SQLSTATE and driver codes for "a unique index refused it": PostgreSQL, SQLite, MySQL and MariaDB. */
const CODES = new Set(['23505', 'SQLITE_CONSTRAINT_UNIQUE', 'ER_DUP_ENTRY']);

/** The host wraps driver errors, but keeps their code and, for some, only their message. */
const isUniqueViolation = (error: unknown): boolean => {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  return (code !== undefined && CODES.has(code)) || /UNIQUE constraint failed|duplicate key value/i.test(message ?? '');
};

/** Runs a write on which two may collide: whom the index refuses gets a 409 instead of a raw database error. */
export const asConflict = async <T>(write: () => Promise<T>): Promise<T> => {
  try {
    return await write();
  } catch (error) {
    throw isUniqueViolation(error) ? new RosterError('CONFLICT') : error;
  }
};
