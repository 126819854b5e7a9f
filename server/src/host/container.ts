import type { Strapi } from './strapi';

/** The host's container has no way to replace what is registered, other than the map that it reads from. */
interface Container {
  get(name: string): unknown;
  serviceMap: Map<string, unknown>;
}

/** Replaces a service of this instance of the host, for whoever asks for it from now on. */
export const replaceInContainer = <T>(strapi: Strapi, name: string, change: (current: T) => T): void => {
  const container = strapi as unknown as Container;
  container.serviceMap.set(name, change(container.get(name) as T));
};
