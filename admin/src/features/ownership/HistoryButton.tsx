import { Button } from '@strapi/design-system';
import { ClockCounterClockwise } from '@strapi/icons';
import { useState } from 'react';
import { useText } from '../../hooks/useText';
import type { RecordRef } from './api';
import { HistoryDialog } from './HistoryDialog';

/** Opens the history of a record's owners. */
export const HistoryButton = ({ record }: { readonly record: RecordRef }) => {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="tertiary" startIcon={<ClockCounterClockwise />} fullWidth onClick={() => setOpen(true)}>
        {t('history.title')}
      </Button>
      {isOpen && <HistoryDialog record={record} onClose={() => setOpen(false)} />}
    </>
  );
};
