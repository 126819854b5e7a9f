import type { Owners, Person } from '../../../../contracts/http-owners';

/** Who owns all of these records; null where all are nobody's, nothing where they differ. */
export const commonOwner = (records: readonly Owners[]): Person | null | undefined => {
  const [first] = records;
  const isSame = first !== undefined && records.every(({ owner }) => owner?.documentId === first.owner?.documentId);
  return isSame ? first.owner : undefined;
};
