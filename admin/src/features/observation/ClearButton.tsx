import { Button, Dialog } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useClearObservations } from './api';

/** Starts the report over, as after a change of roles or configuration. */
export const ClearButton = () => {
  const t = useText();
  const change = useChange();
  const [clear, { isLoading }] = useClearObservations();
  return (
    <Dialog.Root>
      <Dialog.Trigger>
        <Button variant="tertiary" startIcon={<ArrowClockwise />} loading={isLoading}>
          {t('observation.clear')}
        </Button>
      </Dialog.Trigger>
      <ConfirmDialog
        title={t('observation.clear')}
        onConfirm={async () => {
          await change(() => clear().unwrap(), t('observation.cleared'));
        }}
      >
        {t('observation.clear-body')}
      </ConfirmDialog>
    </Dialog.Root>
  );
};
