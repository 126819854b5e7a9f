import { useCallback } from 'react';
import { DELETED_NAME } from '../../../contracts/deleted-member';
import { useText } from './useText';

/** A member's name as it is said: that of one who was deleted for good is a word of the panel's language. */
export const useSaidName = () => {
  const t = useText();
  return useCallback((name: string): string => (name === DELETED_NAME ? t('members.deleted-name') : name), [t]);
};
