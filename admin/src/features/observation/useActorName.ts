import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useName } from '../../hooks/useText';
import { useMatrix } from '../access/api';
import { useRoleLabel } from '../access/useRoleLabel';

/** Those of the report who have no role. */
const WITHOUT_ROLE = ['public', 'non-member', 'no role'];

/** What those are called who would lose something: by their roles, or as what they are without one. */
export const useActorName = () => {
  const name = useName();
  const { formatList } = useIntl();
  const label = useRoleLabel(useMatrix().data?.roles ?? []);
  return useCallback(
    (role: string): string => (WITHOUT_ROLE.includes(role) ? name('who', role) : formatList(role.split(' ').map(label), { type: 'conjunction' })),
    [name, formatList, label],
  );
};
