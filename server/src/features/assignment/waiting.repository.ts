import { insertMissing, removeRows } from '../../host/rows';
import { own, type Strapi } from '../../host/strapi';
import { clockPort } from '../../kernel/clock';
import { createDocumentId } from '../../kernel/ids';

const WAITING = own('waiting');

export interface Waiting {
  readonly type: string;
  readonly record: string;
  readonly rule: string;
  readonly since: string;
}

/** Records whose rule found nobody to choose. */
export const createWaitingRepository = (strapi: Strapi) => {
  const rows = () => strapi.db.query(WAITING);
  return {
    add: (type: string, record: string, rule: string) =>
      insertMissing(strapi, WAITING, [{ documentId: createDocumentId(), type, record, rule, since: clockPort.of(strapi)() }], ['type', 'record']),

    remove: (type: string, records: readonly string[]): Promise<void> => removeRows(strapi, WAITING, { type, record: { $in: [...records] } }),

    /** Those who have waited longest. */
    oldest: (limit: number, after = 0) => rows().findMany({ where: { id: { $gt: after } }, orderBy: { id: 'asc' }, limit }) as unknown as Promise<(Waiting & { readonly id: number })[]>,
    page: (type: string, { offset, limit }: { offset: number; limit: number }) =>
      rows().findMany({ where: { type }, orderBy: { id: 'asc' }, offset, limit }) as unknown as Promise<Waiting[]>,
    count: (type: string) => rows().count({ where: { type } }),
  };
};

export type WaitingRepository = ReturnType<typeof createWaitingRepository>;
