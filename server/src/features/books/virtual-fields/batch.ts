interface Waiting<K, V> {
  readonly key: K;
  readonly resolve: (value: V) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Loads one by one what is asked one by one, but together: whatever is asked for until the running turn of the
 * event loop ends goes into one call. Nothing is remembered beyond it.
 */
export const createBatch = <K, V>(load: (keys: readonly K[]) => Promise<readonly V[]>): ((key: K) => Promise<V>) => {
  let waiting: Waiting<K, V>[] = [];

  const flush = async (): Promise<void> => {
    const all = waiting;
    waiting = [];
    try {
      const values = await load(all.map(({ key }) => key));
      all.forEach(({ resolve }, index) => resolve(values[index] as V));
    } catch (error) {
      for (const { reject } of all) reject(error);
    }
  };

  return (key) =>
    new Promise<V>((resolve, reject) => {
      if (waiting.length === 0) setImmediate(() => void flush());
      waiting.push({ key, resolve, reject });
    });
};
