import { errors } from '@strapi/utils';
import { RosterError } from '../kernel/errors';

const NAMES: Readonly<Record<number, string>> = { 401: 'UnauthorizedError', 409: 'ConflictError', 413: 'PayloadTooLargeError', 429: 'RateLimitError', 503: 'ServiceUnavailableError' };

/**
 * Strapi has no class for 409 and 503, and the details of its own 401 are lost on every GET: the route that
 * serves public files stands around all others, and answers in their place. Its formatter answers with the status of any HttpError, whose
 * constructor is abstract: hence the prototype.
 */
const withStatus = (status: number, message: string, details: object): Error =>
  Object.assign(Object.setPrototypeOf(new Error(message), errors.HttpError.prototype) as Error, {
    name: NAMES[status] ?? 'InternalServerError',
    status,
    details,
  });

/**
 * What Strapi answers with. 403 is a PolicyError: the host strips message and details from every
 * other forbidden error (`createAuthorizeMiddleware`).
 */
export const toHttpError = (error: RosterError): Error => {
  const details = { code: error.code, ...error.details };
  switch (error.status) {
    case 400:
      return new errors.ValidationError(error.message, details);
    case 403:
      return new errors.PolicyError(error.message, details);
    case 404:
      return new errors.NotFoundError(error.message, details);
    default:
      return withStatus(error.status, error.message, details);
  }
};

/** Runs code at a door of the host, so that an error of ours leaves it as the host's. */
export const atTheDoor = async <T>(run: () => T | Promise<T>): Promise<T> => {
  try {
    return await run();
  } catch (error) {
    throw error instanceof RosterError ? toHttpError(error) : error;
  }
};
