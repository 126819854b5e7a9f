/** Where the log begins since entries were removed: so many are gone, and this was the root of their tree. */
export interface Cut {
  readonly size: number;
  readonly root: string;
}

export const CUT_ACTION = 'log.cut';

/** What an entry of a cut says. */
export const cutIn = (body: string): Cut | undefined => {
  const { details } = JSON.parse(body) as { details?: Partial<Cut> };
  return typeof details?.size === 'number' && typeof details.root === 'string' ? { size: details.size, root: details.root } : undefined;
};
