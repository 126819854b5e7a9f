import { groupBy } from '../../kernel/group-by';
import type { BooksRepository, Entry } from './books.repository';

/** Who owns a record and who helps. */
export interface Ownership {
  /** documentId of the owner, or null. */
  readonly owner: string | null;
  readonly coOwners: readonly string[];
}

const toOwnership = (entries: readonly Pick<Entry, 'member' | 'kind'>[]): Ownership => ({
  owner: entries.find(({ kind }) => kind === 'owner')?.member ?? null,
  coOwners: entries.filter(({ kind }) => kind === 'co-owner').map(({ member }) => member),
});

export const ownershipOf = async (repository: BooksRepository, type: string, record: string): Promise<Ownership> =>
  toOwnership(await repository.of(type, record));

/** The same of many records of a type, with one statement. */
export const ownershipsOf = async (repository: BooksRepository, type: string, records: readonly string[]): Promise<readonly Ownership[]> => {
  const byRecord = groupBy(await repository.ofAll(type, records), ({ record }) => record);
  return records.map((record) => toOwnership(byRecord.get(record) ?? []));
};
