import { setEach } from '../../../host/set-each';
import { own, type Strapi } from '../../../host/strapi';
import type { Countable } from '../domain/day-counts';

const ENTRY = own('audit-entry');

/** An entry that has no place in the log yet. */
export interface WaitingEntry extends Countable {
  readonly body: string;
  /** Null in an entry from before there were seals. */
  readonly leaf: string | null;
  readonly seal: string | null;
  readonly keyId: string | null;
}

export interface Placed {
  readonly id: number;
  readonly place: number;
  readonly seal: string;
  readonly keyId: string;
}

export interface Sealed {
  readonly id: number;
  readonly leaf: string;
  readonly seal: string;
  readonly keyId: string;
}

export const createWaitingRepository = (strapi: Strapi) => {
  const behind = (where: object, id: number, limit: number): Promise<WaitingEntry[]> =>
    strapi.db.query(ENTRY).findMany({
      select: ['id', 'body', 'leaf', 'seal', 'keyId', 'occurredAt', 'actor', 'action', 'outcome', 'targetType'],
      where: { place: { $null: true }, id: { $gt: id }, ...where },
      orderBy: { id: 'asc' },
      limit,
    }) as unknown as Promise<WaitingEntry[]>;

  return {
    /** In the order in which they were written, behind one of them. */
    after: (id: number, limit: number) => behind({}, id, limit),
    /** Those among them that were never sealed. */
    unsealedAfter: (id: number, limit: number) => behind({ seal: { $null: true } }, id, limit),
    seal: (entries: readonly Sealed[]): Promise<void> => setEach(strapi, ENTRY, ['leaf', 'seal', 'keyId'], entries),
    place: (entries: readonly Placed[]): Promise<void> => setEach(strapi, ENTRY, ['place', 'seal', 'keyId'], entries),
  };
};

export type WaitingRepository = ReturnType<typeof createWaitingRepository>;
