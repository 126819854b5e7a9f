/** A cache that lives as long as its subject: an actor is one request, a reach one revision of the matrix. */
export const createMemo = <Subject extends object, T>() => {
  const cache = new WeakMap<Subject, Map<string, T>>();
  return (subject: Subject, key: string, make: () => T): T => {
    const known = cache.get(subject) ?? new Map<string, T>();
    cache.set(subject, known);
    const value = known.get(key);
    if (value !== undefined) return value;
    const made = make();
    known.set(key, made);
    return made;
  };
};
