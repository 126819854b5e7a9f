import type { Source } from './content-types/entry';

/** A condition of a rule that held, with the value that it looked at. */
export interface Reason {
  readonly field: string;
  readonly operator: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** Why somebody owns a record from now on. */
export interface Cause {
  readonly source: Source;
  readonly rule?: { readonly documentId: string; readonly name: string };
  readonly reasons?: readonly Reason[];
  /** documentId of the job that it belongs to. */
  readonly batch?: string;
  /** For the new owner. */
  readonly note?: string;
}

export const BY_HAND: Cause = { source: 'manual' };
