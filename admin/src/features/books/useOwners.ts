import { useBooks } from './api';
import type { Owner } from './OwnerPicker';

/** Who may own records of a type now, by name. Those that are known from elsewhere stay, even if they may not any more. */
export const useOwners = (type: string, known: readonly Owner[] = []) => {
  const { data, isError } = useBooks(type);
  const owners = (data?.data ?? []).filter(({ mayOwn }) => mayOwn).map(({ member }) => member);
  const gone = known.filter(({ documentId }) => !owners.some((owner) => owner.documentId === documentId));
  return { owners: [...owners, ...gone], isError };
};
