import type { OwnerField } from '../../host/owner-fields';
import { listRecords } from '../../host/record-list';
import { recordValues, type RecordValues } from '../../host/record-values';
import type { Strapi } from '../../host/strapi';
import type { Predicate } from '../../kernel/predicate';
import { tell } from '../assignment';
import type { Claim } from './domain/judge';
import type { People, SiteUser } from './people';

const CHUNK = 1_000;

interface Named {
  readonly name: string;
  readonly member: string | undefined;
}

const listOf = <T>(value: T | readonly T[] | null | undefined): readonly T[] => (value === null || value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T]);

const namedIn = (record: RecordValues, { path, users }: OwnerField, people: People): Named[] => {
  if (users !== undefined) return listOf(record[path] as SiteUser | readonly SiteUser[] | null).map((user) => ({ name: user.email ?? user.documentId, member: people.byUser(users, user) }));
  const texts = listOf(tell(record, path, 'text')).map((text) => String(text).trim()).filter((text) => text !== '');
  return texts.map((text) => ({ name: text, member: people.byEmail(text) }));
};

/** What the records within these rows say themselves. */
export const claimsFromField = async (strapi: Strapi, type: string, { field, within, people }: { field: OwnerField; within: Predicate; people: People }): Promise<Claim[]> => {
  const records = await listRecords(strapi, type, { owners: 'anybody', within });
  const claims: Claim[] = [];
  for (let start = 0; start < records.length; start += CHUNK) {
    const rows = await recordValues(strapi, type, records.slice(start, start + CHUNK), [field.path]);
    claims.push(
      ...rows.map((row) => {
        const named = namedIn(row, field, people);
        return { record: row.documentId, lines: [], named: named.map(({ name }) => name), people: named.map(({ member }) => member) };
      }),
    );
  }
  return claims;
};
