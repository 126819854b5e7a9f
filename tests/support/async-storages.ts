import type { AsyncLocalStorage } from 'node:async_hooks';

import { outer } from './outer';

type Storage = AsyncLocalStorage<unknown>;
type Made = new () => Storage;

/**
 * Notes the async storages that are made from now on; the answer switches them off. Node copies every storage that was
 * ever used into every promise that follows: of a process that boots thirty sites, each with storages of its own,
 * they would take the better part of the time.
 */
export const noteStorages = (): (() => void) => {
  const hooks = outer.require('node:async_hooks') as { AsyncLocalStorage: Made };
  const Original = hooks.AsyncLocalStorage;
  const made: Storage[] = [];
  hooks.AsyncLocalStorage = class extends Original {
    constructor() {
      super();
      made.push(this);
    }
  };
  return () => {
    hooks.AsyncLocalStorage = Original;
    for (const storage of made) storage.disable();
  };
};
