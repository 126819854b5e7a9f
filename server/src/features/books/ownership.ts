import type { BooksRepository } from './books.repository';

/** Who owns a record and who helps. */
export interface Ownership {
  /** documentId of the owner, or null. */
  readonly owner: string | null;
  readonly coOwners: readonly string[];
}

export const ownershipOf = async (repository: BooksRepository, type: string, record: string): Promise<Ownership> => {
  const entries = await repository.of(type, record);
  return {
    owner: entries.find(({ kind }) => kind === 'owner')?.member ?? null,
    coOwners: entries.filter(({ kind }) => kind === 'co-owner').map(({ member }) => member),
  };
};
