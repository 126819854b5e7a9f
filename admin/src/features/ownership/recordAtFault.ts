interface Details {
  /** documentId of the record. */
  readonly record?: unknown;
  readonly path?: unknown;
}

/** What the record is called that kept all of them from changing. Some refusals name it, others its place in the request. */
export const recordAtFault = (error: unknown, records: readonly string[], nameOf: (index: number) => string): string | undefined => {
  const { record, path } = (error as { readonly details?: Details } | undefined)?.details ?? {};
  const place = typeof path === 'string' ? /^data\.records\[(\d+)\]$/.exec(path)?.[1] : undefined;
  const index = typeof record === 'string' ? records.indexOf(record) : Number(place ?? -1);
  return index >= 0 && index < records.length ? nameOf(index) : undefined;
};
