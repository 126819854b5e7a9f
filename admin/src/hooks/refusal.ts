/** Why the server did not do what it was asked. */
export interface Refusal {
  /** One of the codes in contracts/errors.ts. */
  readonly code: string | undefined;
  /** The field that is at fault: `data.when.all[1].value`. */
  readonly path: string | undefined;
  /** documentId of the record that is at fault. */
  readonly record: string | undefined;
  /** What else the server says of it, beside the code. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** In English, for people. */
  readonly message: string | undefined;
}

interface ApiError {
  readonly message?: string;
  readonly details?: { readonly code?: string; readonly path?: string; readonly record?: string } & Readonly<Record<string, unknown>>;
}

/** What an error of a query or a mutation says. One that the server never answered has no code. */
export const refusalOf = (error: unknown): Refusal => {
  const { message, details } = (error ?? {}) as ApiError;
  return { code: details?.code, path: details?.path, record: details?.record, message, ...(details && { details }) };
};
