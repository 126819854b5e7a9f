import { exportableFields } from '../../host/exportable-fields';
import type { Strapi } from '../../host/strapi';
import { groupBy } from '../../kernel/group-by';
import { accessOf } from '../access';
import { booksOf, peopleAmong } from '../books';
import type { ExportRow } from './formats';
import type { Selection } from './selections';

/** Some records of a type as a table, as whoever asks sees them: read as he reads them, through the guards. */
export const createRecordTable = (strapi: Strapi, type: string, selection: Selection) => {
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
    async *pages(): AsyncGenerator<readonly ExportRow[]> {
      for await (const rows of selection.pages(['documentId', ...fields])) {
        const owners = owns ? await ownersOf(rows.map(({ documentId }) => documentId)) : undefined;
        yield rows.map((row) => ({ ...Object.fromEntries(columns.map((name) => [name, row[name] ?? null])), ...owners?.get(row.documentId) }));
      }
    },
  };
};
