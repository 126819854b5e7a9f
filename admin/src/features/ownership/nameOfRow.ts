/** A row of the Content Manager's list. */
export interface Row {
  readonly documentId: string;
  readonly [attribute: string]: unknown;
}

/** What a row is called: the first text that the list shows of it. A row without one goes by its documentId. */
export const nameOfRow = (row: Row | undefined, headers: readonly { readonly name: string }[]): string => {
  const texts = headers.map(({ name }) => row?.[name]).filter((value): value is string => typeof value === 'string' && value !== '');
  return texts[0] ?? row?.documentId ?? '';
};
