import { Button, Dialog } from '@strapi/design-system';
import { ArrowsCounterClockwise } from '@strapi/icons';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { JobInfo } from '../../../../contracts/http-rebalance';
import { Notice } from '../../components/Notice';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useUndoJob } from './api';
import { useGoToJob } from './useGoToJob';

/** Takes a rebalance back, after a question: each record goes to whom it came from. */
export const UndoButton = ({ job: { documentId, done } }: { readonly job: JobInfo }) => {
  const t = useText();
  const change = useChange();
  const goToJob = useGoToJob();
  const [isStale, setStale] = useState(false);
  const [undo, { isLoading }] = useUndoJob();
  if (isStale) return <Notice kind="danger">{t('job.undo-stale')}</Notice>;
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
          await change(async () => goToJob((await undo(documentId).unwrap()).data.documentId), t('job.undo-started'), ({ code }) => {
            setStale(code === 'CONFLICT');
            return code === 'CONFLICT';
          });
        }}
      >
        {t('job.undo-body', { count: done })}
      </ConfirmDialog>
    </Dialog.Root>
  );
};
