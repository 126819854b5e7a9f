/**
 * A hole in the kernel that one feature fills and others use, so that they need not know each other.
 * Bound to the host instance, because two of them can live in one process (tests, clustering).
 */
export interface Port<T> {
  provide(host: object, implementation: T): void;
  of(host: object): T;
}

export const createPort = <T>(name: string, fallback?: () => T): Port<T> => {
  const implementations = new WeakMap<object, T>();
  return {
    provide: (host, implementation) => void implementations.set(host, implementation),
    of(host) {
      const found = implementations.get(host);
      if (found !== undefined) return found;
      if (!fallback) throw new Error(`Nothing provides the port "${name}".`);
      const made = fallback();
      implementations.set(host, made);
      return made;
    },
  };
};
