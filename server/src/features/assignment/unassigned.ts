import type { UnassignedPage } from '../../../../contracts/http-availability';
import { titleFieldOf } from '../../host/content-types';
import { countRecords, listRecords, type Wanted } from '../../host/record-list';
import { recordValues } from '../../host/record-values';
import type { Strapi } from '../../host/strapi';
import type { Predicate } from '../../kernel/predicate';
import { booksOf, peopleAmong } from '../books';
import { owningType } from './check-rule';
import { absentOwners } from './limbo';
import type { WaitingRepository } from './waiting.repository';

export interface UnassignedQuery {
  readonly type: string;
  readonly list: 'unassigned' | 'limbo' | 'waiting';
  readonly page: number;
  readonly pageSize: number;
}

const isoOf = (value: unknown): string | null => (value === null || value === undefined ? null : new Date(value as string).toISOString());

/** Records within these rows that nobody looks after: without an owner, with one who is gone, or waiting for somebody who is free. */
export const listUnassigned = async (strapi: Strapi, waiting: WaitingRepository, { type, list, page, pageSize }: UnassignedQuery, within: Predicate): Promise<UnassignedPage> => {
  const { value } = owningType(strapi, type, 'type');
  const window = { offset: (page - 1) * pageSize, limit: pageSize };
  const since = new Map<string, string>();

  const idsAndTotal = async (): Promise<{ ids: string[]; total: number }> => {
    if (list === 'waiting') {
      const rows = await waiting.page(type, window);
      for (const row of rows) since.set(row.record, row.since);
      const seen = new Set(await listRecords(strapi, type, { owners: 'anybody', within, among: [...since.keys()] }));
      return { ids: rows.map(({ record }) => record).filter((record) => seen.has(record)), total: await waiting.count(type) };
    }
    const wanted: Wanted = { owners: list === 'limbo' ? await absentOwners(strapi, type) : 'nobody', within };
    return { ids: await listRecords(strapi, type, wanted, window), total: await countRecords(strapi, type, wanted) };
  };

  const { ids, total } = await idsAndTotal();
  const title = titleFieldOf(strapi, type);
  const values = new Map((await recordValues(strapi, type, ids, [title, 'createdAt', ...(value === undefined ? [] : [value])])).map((one) => [one.documentId, one]));
  const owners = new Map((await booksOf(strapi).entriesOf(type, ids)).filter(({ kind }) => kind === 'owner').map(({ record, member }) => [record, member]));
  const person = await peopleAmong(strapi, [...owners.values()]);
  const toInfo = (record: string): UnassignedPage['data'][number] => {
    const row = values.get(record);
    const owner = owners.get(record);
    return {
      record,
      title: (row?.[title] as string | null | undefined) ?? record,
      value: value === undefined || row?.[value] === undefined || row[value] === null ? null : Number(row[value]),
      owner: owner === undefined ? null : person(owner),
      since: isoOf(since.get(record) ?? row?.['createdAt']),
    };
  };
  return { data: ids.map(toInfo), meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } } };
};
