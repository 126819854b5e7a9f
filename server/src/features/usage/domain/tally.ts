import { useKey, type Count, type Use } from './use';

/** Counts in memory, of no more than so many things. */
export const createTally = (most: number) => {
  let counts = new Map<string, Use & { count: number }>();

  return {
    /** Answers whether there was room for it. */
    add(use: Use, by: number): boolean {
      const key = useKey(use);
      const known = counts.get(key);
      if (known) known.count += by;
      else if (counts.size < most) counts.set(key, { ...use, count: by });
      else return false;
      return true;
    },

    /** Hands over what was counted, in the order of its keys, and starts over. */
    take(): Count[] {
      const taken = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
      counts = new Map();
      return taken;
    },
  };
};
