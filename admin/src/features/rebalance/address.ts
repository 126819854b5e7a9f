/** What a rebalance begins with: somebody's book, a list, or these records. */
interface Start {
  /** uid of the type; without it the first whose records have owners. */
  readonly type?: string;
  readonly owner?: string;
  readonly list?: 'unassigned' | 'limbo' | 'all';
  readonly records?: readonly string[];
}

/** The form of a rebalance on the Team page, filled in. */
export const rebalanceAddress = ({ type, owner, list, records = [] }: Start): string => {
  const search = new URLSearchParams({ tab: 'rebalance' });
  if (type !== undefined) search.set('type', type);
  if (owner !== undefined) search.set('owner', owner);
  if (list !== undefined) search.set('list', list);
  for (const record of records) search.append('record', record);
  return `?${search.toString()}`;
};
