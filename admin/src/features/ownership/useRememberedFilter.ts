import { usePersistentStateScope } from '@strapi/strapi/admin';
import { useEffect } from 'react';
import type { OwnerFilter } from '../../../../contracts/owner-filter';

interface Remembered {
  /** uid of the type. */
  readonly type: string;
  /** What the address says. */
  readonly filter: OwnerFilter | undefined;
  filterBy(filter: OwnerFilter): void;
}

const read = (key: string): OwnerFilter | undefined => {
  try {
    const { owner, book } = JSON.parse(window.localStorage.getItem(key) ?? '{}') as Partial<Record<string, unknown>>;
    if (typeof owner === 'string') return { owner };
    return typeof book === 'string' ? { book } : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Keeps the filter of a list for the next time, as the host keeps its own, which it does by a list of names
 * that a plugin cannot add to: whoever comes back to the list finds it as it was left, and what the address
 * says goes first.
 */
export const useRememberedFilter = ({ type, filter, filterBy }: Remembered): void => {
  const site = usePersistentStateScope();
  const key = `ROSTER_LIST_FILTER:${type}:${site}`;
  const kept = JSON.stringify(filter ?? {});

  useEffect(() => {
    const before = read(key);
    if (kept === '{}' && before) filterBy(before);
    // Only as the list is opened: a filter that is taken off stays off.
  }, [key]);

  useEffect(() => {
    if (kept === '{}') window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, kept);
  }, [key, kept]);
};
