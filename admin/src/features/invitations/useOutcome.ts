import { useNotification } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { InvitationInfo } from '../../../../contracts/http-invitations';
import { useText } from '../../hooks/useText';

/** Says whether the mail of an invitation left: one that did not is no success, though the invitation stands. */
export const useOutcome = () => {
  const t = useText();
  const { toggleNotification } = useNotification();
  return useCallback(
    ({ email, mailError }: InvitationInfo): void =>
      toggleNotification(mailError === null ? { type: 'success', message: t('invitations.sent', { email }) } : { type: 'warning', message: t('invitations.not-sent', { email, why: mailError }) }),
    [t, toggleNotification],
  );
};
