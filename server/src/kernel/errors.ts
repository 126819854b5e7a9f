import { ERRORS, type ErrorCode } from '../../../contracts/errors';

/**
 * The one error class of the plugin. Everything below HTTP throws it; `host/http-errors` is the one
 * place that makes of it what Strapi answers with.
 */
export class RosterError extends Error {
  readonly code: ErrorCode;
  /** What the caller may see: `path` names the field, row or key at fault. Never a secret. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string = ERRORS[code].meaning, details: Record<string, unknown> = {}) {
    super(message);
    this.name = 'RosterError';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return ERRORS[this.code].status;
  }
}
