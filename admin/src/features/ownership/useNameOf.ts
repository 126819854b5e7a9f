import { useCallback } from 'react';
import type { Person } from '../../../../contracts/http-owners';
import { useText } from '../../hooks/useText';

/** Names people; those who are gone have no name any more. */
export const useNameOf = () => {
  const t = useText();
  return useCallback(({ name }: Pick<Person, 'name'>): string => name ?? t('record.somebody-gone'), [t]);
};
