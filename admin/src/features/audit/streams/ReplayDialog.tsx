import { Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { AuditStream } from '../../../../../contracts/http-audit-streams';
import { FormDialog } from '../../../components/FormDialog';
import { NumberField } from '../../../components/NumberField';
import { useChange } from '../../../hooks/useChange';
import { useText } from '../../../hooks/useText';
import { useReplayStream } from './api';

interface ReplayDialogProps {
  readonly stream: AuditStream;
  onClose(): void;
}

/** From which entry on everything is sent to a receiver once more. */
export const ReplayDialog = ({ stream: { name, size }, onClose }: ReplayDialogProps) => {
  const t = useText();
  const { formatNumber } = useIntl();
  const change = useChange();
  const [replay, { isLoading }] = useReplayStream();
  const [from, setFrom] = useState<number | undefined>(0);
  const isWrong = from === undefined || !Number.isInteger(from) || from < 0 || from > size;
  const save = async () => {
    if (!isWrong && (await change(() => replay({ name, from }).unwrap(), t('audit.streams.replayed', { name })))) onClose();
  };
  return (
    <FormDialog title={t('audit.streams.replay-title', { name })} save={t('audit.streams.replay')} isSaving={isLoading} isDisabled={isWrong} onSave={save} onClose={onClose}>
      <Typography>{t('audit.streams.replay-says')}</Typography>
      <NumberField
        name="from"
        label={t('audit.streams.from')}
        hint={t('audit.streams.from-hint', { size: formatNumber(size) })}
        error={isWrong ? t('audit.streams.from-wrong', { size: formatNumber(size) }) : undefined}
        value={from}
        onChange={setFrom}
      />
    </FormDialog>
  );
};
