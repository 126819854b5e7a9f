import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import { localize } from './localize';

/** What roles are called in the panel's language. One that is not there any more is called by its key. */
export const useRoleLabel = (roles: readonly MatrixRole[]) => {
  const { locale } = useIntl();
  return useCallback(
    (key: string): string => {
      const role = roles.find((candidate) => candidate.key === key);
      return role ? localize(role.label, locale) : key;
    },
    [roles, locale],
  );
};
