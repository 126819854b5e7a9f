import type { ERRORS, ErrorCode } from '../../contracts/errors';

/** What an error says besides its code: the field, row or key at fault, the cell that refused. */
export interface ErrorDetails {
  readonly path?: string;
  readonly feature?: string;
  readonly action?: string;
  readonly [detail: string]: unknown;
}

interface Failed extends Error {
  readonly details: ErrorDetails;
}

/** A refusal of Roster: told apart by its code, which also says its HTTP status. */
export type CodedError = { [Code in ErrorCode]: Failed & { readonly code: Code; readonly status: (typeof ERRORS)[Code]['status'] } }[ErrorCode];

/** Anything else that the site answered with: its own errors, a proxy's, a login that has ended. */
export interface HttpError extends Failed {
  readonly code: 'HTTP_ERROR';
  readonly status: number;
}

/** Every error that the client throws for an answer. A request that got no answer fails as `fetch` does. */
export type RosterError = CodedError | HttpError;

interface Body {
  readonly error?: { readonly message?: string; readonly details?: ErrorDetails & { readonly code?: string } };
}

const NAME = 'RosterError';

/** @internal Makes an error of an answer, whatever its body is. */
export const errorOf = (status: number, body: unknown): Error => {
  const { message, details = {} } = (body as Body | null)?.error ?? {};
  const { code = 'HTTP_ERROR', ...rest } = details;
  return Object.assign(new Error(message ?? `The site answered ${status}.`), { name: NAME, status, code, details: rest });
};

/** Narrows what was caught; with a code, to that very error. */
export const isRosterError = <Code extends RosterError['code'] = RosterError['code']>(error: unknown, code?: Code): error is Extract<RosterError, { code: Code }> =>
  error instanceof Error && error.name === NAME && (code === undefined || (error as RosterError).code === code);
