import { Button, Dialog } from '@strapi/design-system';
import { ArrowsCounterClockwise } from '@strapi/icons';
import { ConfirmDialog } from '@strapi/strapi/admin';
import type { JobInfo } from '../../../../contracts/http-rebalance';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useUndoJob } from './api';
import { useGoToJob } from './useGoToJob';

/** Takes a rebalance back, after a question: each record goes to whom it came from. */
export const UndoButton = ({ job: { documentId, done } }: { readonly job: JobInfo }) => {
  const t = useText();
  const change = useChange();
  const goToJob = useGoToJob();
  const [undo, { isLoading }] = useUndoJob();
  return (
    <Dialog.Root>
      <Dialog.Trigger>
        <Button variant="tertiary" startIcon={<ArrowsCounterClockwise />} loading={isLoading}>
          {t('job.undo')}
        </Button>
      </Dialog.Trigger>
      <ConfirmDialog
        title={t('job.undo-title')}
        onConfirm={async () => {
          await change(async () => goToJob((await undo(documentId).unwrap()).data.documentId), t('job.undo-started'));
        }}
      >
        {t('job.undo-body', { count: done })}
      </ConfirmDialog>
    </Dialog.Root>
  );
};
