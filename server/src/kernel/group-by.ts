/** Things by a key that they share, in the order of their first (Map.groupBy is not in every Node that is supported). */
export const groupBy = <T>(list: Iterable<T>, keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
};
