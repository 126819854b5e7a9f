import { Button, Dialog, Flex } from '@strapi/design-system';
import { ConfirmDialog } from '@strapi/strapi/admin';
import type { InvitationInfo } from '../../../../contracts/http-invitations';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useResend, useRevoke } from './api';
import { useOutcome } from './useOutcome';

/** What can be done with an invitation that nobody has accepted: send it again, or take it back after a question. */
export const InvitationActions = ({ invitation: { documentId, email } }: { readonly invitation: InvitationInfo }) => {
  const t = useText();
  const change = useChange();
  const tell = useOutcome();
  const [resend, { isLoading }] = useResend();
  const [revoke] = useRevoke();
  return (
    <Flex gap={1}>
      <Button variant="tertiary" size="S" loading={isLoading} aria-label={t('invitations.resend-to', { email })} onClick={() => void change(async () => tell(await resend(documentId).unwrap()), undefined)}>
        {t('invitations.resend')}
      </Button>
      <Dialog.Root>
        <Dialog.Trigger>
          <Button variant="danger-light" size="S" aria-label={t('invitations.revoke-of', { email })}>
            {t('invitations.revoke')}
          </Button>
        </Dialog.Trigger>
        <ConfirmDialog
          title={t('invitations.revoke-of', { email })}
          onConfirm={async () => {
            await change(() => revoke(documentId).unwrap(), t('invitations.revoked', { email }));
          }}
        >
          {t('invitations.revoke-body')}
        </ConfirmDialog>
      </Dialog.Root>
    </Flex>
  );
};
