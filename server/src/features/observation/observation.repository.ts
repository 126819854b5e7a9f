import { insertMissing } from '../../host/rows';
import { own, type Strapi } from '../../host/strapi';
import { createDocumentId } from '../../kernel/ids';
import { keyOf, type Count, type Subject } from './domain/tally';

const OBSERVATION = own('observation');

/** One row of the table. */
export interface Observed extends Subject {
  readonly requests: number;
  readonly records: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

/** Where people of each kind are kept, and what they are called there. */
const PEOPLE: Readonly<Record<string, { readonly uid: string; readonly fields: readonly string[] }>> = {
  member: { uid: own('member'), fields: ['name'] },
  apiUser: { uid: 'plugin::users-permissions.user', fields: ['username', 'email'] },
  panelUser: { uid: 'admin::user', fields: ['firstname', 'lastname'] },
  token: { uid: 'admin::api-token', fields: ['name'] },
};

interface Incrementing {
  where(where: object): Incrementing;
  increment(column: string, by: number): Incrementing;
  execute(): Promise<unknown>;
}

export const createObservationRepository = (strapi: Strapi) => {
  const observations = () => strapi.db.query(OBSERVATION as never);
  return {
    /** Adds to what is counted already, on whichever node. */
    async add({ subject, requests, records, firstAt, lastAt }: Count): Promise<void> {
      const key = keyOf(subject);
      const row = { ...subject, key, documentId: createDocumentId(), requests: 0, records: 0, firstAt, lastAt };
      await insertMissing(strapi, OBSERVATION, [row], ['key']);
      await (strapi.db.queryBuilder(OBSERVATION) as unknown as Incrementing).where({ key }).increment('requests', requests).execute();
      await observations().updateMany({ where: { key, records: { $lt: records } } as never, data: { records } as never });
      await observations().updateMany({ where: { key } as never, data: { lastAt } as never });
    },

    all: () => observations().findMany({ orderBy: [{ type: 'asc' }, { role: 'asc' }, { route: 'asc' }] as never }) as unknown as Promise<Observed[]>,

    async removeOf(people: readonly string[]): Promise<void> {
      await observations().deleteMany({ where: { person: { $in: [...people] } } as never });
    },

    async clear(): Promise<void> {
      await observations().deleteMany({ where: {} as never });
    },

    /** What people of one kind are called. */
    async names(kind: string, documentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const people = PEOPLE[kind];
      if (!people || documentIds.length === 0 || !strapi.contentTypes[people.uid as keyof typeof strapi.contentTypes]) return new Map();
      const rows = (await strapi.db.query(people.uid as never).findMany({
        where: { documentId: { $in: [...documentIds] } } as never,
        select: ['documentId', ...people.fields] as never,
      })) as unknown as (Record<string, string | null> & { documentId: string })[];
      return new Map(rows.map((row) => [row.documentId, people.fields.map((field) => row[field]).filter(Boolean).slice(0, kind === 'apiUser' ? 1 : 2).join(' ')]));
    },
  };
};
