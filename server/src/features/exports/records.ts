import { exportableFields } from '../../host/exportable-fields';
import type { Strapi } from '../../host/strapi';
import { groupBy } from '../../kernel/group-by';
import { accessOf } from '../access';
import { booksOf, peopleAmong } from '../books';
import type { ExportRow } from './formats';

const PAGE = 500;

export interface Asked {
  readonly status: 'draft' | 'published';
  readonly locale?: string | undefined;
  readonly filters?: Readonly<Record<string, unknown>> | undefined;
}

interface Documents {
  findMany(params: object): Promise<(Record<string, unknown> & { readonly id: number; readonly documentId: string })[]>;
  count(params: object): Promise<number>;
}

/** The records of a type as a table, as whoever asks sees them: read as he reads them, through the guards. */
export const createRecordTable = (strapi: Strapi, type: string, { filters, ...asked }: Asked) => {
  const documents = strapi.documents(type as never) as unknown as Documents;
  const fields = exportableFields(strapi, type);
  const owns = accessOf(strapi).registry.bindings.get(type)?.owns ?? false;
  const columns = ['documentId', ...fields, ...(owns ? ['ownerId', 'owner', 'coOwners'] : [])];

  const ownersOf = async (records: readonly string[]): Promise<ReadonlyMap<string, ExportRow>> => {
    const entries = await booksOf(strapi).entriesOf(type, records);
    const person = await peopleAmong(strapi, entries.map(({ member }) => member));
    const byRecord = groupBy(entries, ({ record }) => record);
    return new Map(
      records.map((record) => {
        const held = byRecord.get(record) ?? [];
        const owner = held.find(({ kind }) => kind === 'owner')?.member;
        const helpers = held.filter(({ kind }) => kind === 'co-owner').map(({ member }) => person(member).name ?? member);
        return [record, { ownerId: owner ?? null, owner: owner === undefined ? null : person(owner).name, coOwners: helpers.join('; ') || null }];
      }),
    );
  };

  return {
    columns,
    count: (): Promise<number> => documents.count({ ...asked, ...(filters && { filters }) }),

    /** By the id of its row, so that what is written meanwhile moves nothing. */
    async *pages(): AsyncGenerator<readonly ExportRow[]> {
      for (let after = 0; ; ) {
        const rows = await documents.findMany({ ...asked, fields: ['documentId', ...fields], filters: { $and: [...(filters ? [filters] : []), { id: { $gt: after } }] }, sort: 'id:asc', limit: PAGE });
        const owners = owns ? await ownersOf(rows.map(({ documentId }) => documentId)) : undefined;
        yield rows.map((row) => ({ ...Object.fromEntries(columns.map((name) => [name, row[name] ?? null])), ...owners?.get(row.documentId) }));
        if (rows.length < PAGE) return;
        after = rows.at(-1)?.id ?? after;
      }
    },
  };
};
