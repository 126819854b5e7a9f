import { Button, Dialog } from '@strapi/design-system';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useLeave } from './api';

/** Takes oneself out of the team, after a question. */
export const LeaveButton = ({ organisation }: { readonly organisation: string }) => {
  const t = useText();
  const change = useChange();
  const [leave] = useLeave();
  return (
    <Dialog.Root>
      <Dialog.Trigger>
        <Button variant="danger-light">{t('account.leave')}</Button>
      </Dialog.Trigger>
      <ConfirmDialog
        title={t('account.leave-title', { organisation })}
        variant="danger"
        onConfirm={async () => {
          // The session is worth nothing any more: begun anew, the panel asks who it is.
          if (await change(() => leave().unwrap(), undefined)) window.location.reload();
        }}
      >
        {t('account.leave-body')}
      </ConfirmDialog>
    </Dialog.Root>
  );
};
