import { MOST_RECORDS } from '../../../../contracts/limits';
import { useText } from '../../hooks/useText';
import { FRESH, useCandidates, useOwnersOfMany } from './api';
import { NOBODY, useChoices, type Choice } from './CandidatePicker';
import { commonOwner } from './commonOwner';

/** Who may own these records, and who does. The one who owns them is a choice though he may not any more. */
export const useOwnerChoices = (type: string, records: readonly string[]) => {
  const t = useText();
  const candidates = useCandidates(undefined, FRESH);
  const isAsked = records.length <= MOST_RECORDS.asked;
  const owners = useOwnersOfMany({ type, records }, { ...FRESH, skip: !isAsked });
  const people = useChoices(candidates.data ?? []);
  const owner = owners.data ? commonOwner(Object.values(owners.data)) : undefined;
  const isStranger = owner !== undefined && owner !== null && candidates.data !== undefined && !people.some(({ value }) => value === owner.documentId);
  const stranger: Choice[] = isStranger ? [{ value: owner.documentId, name: owner.name ?? t('record.somebody-gone'), hint: t('owner.may-not') }] : [];
  return {
    choices: candidates.data ? [{ value: NOBODY, name: t('owners.nobody') }, ...stranger, ...people] : [],
    /** Who owns all of the records now, `nobody`, or empty where they differ or that is not known yet. */
    now: owner === undefined ? '' : (owner?.documentId ?? NOBODY),
    isNobodyThere: candidates.data?.length === 0,
    query: {
      isError: candidates.isError || owners.isError,
      isFetching: candidates.isFetching || owners.isFetching,
      refetch: () => {
        void candidates.refetch();
        if (isAsked) void owners.refetch();
      },
    },
  };
};
