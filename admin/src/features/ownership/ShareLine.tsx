import { Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { ShareInfo } from '../../../../contracts/http-shares';
import { PersonName, usePersonName } from '../../components/PersonName';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useUnshare, type RecordRef } from './api';

interface ShareLineProps {
  readonly record: RecordRef;
  readonly share: ShareInfo;
  readonly mayStop: boolean;
}

/** With whom, until when, and how to end it. */
export const ShareLine = ({ record, share, mayStop }: ShareLineProps) => {
  const t = useText();
  const change = useChange();
  const { formatDate } = useIntl();
  const [unshare, { isLoading }] = useUnshare();
  const name = usePersonName()(share);
  const stop = () => change(() => unshare({ ...record, member: share.documentId }).unwrap(), t('record.share-stopped', { name }));
  return (
    <Flex justifyContent="space-between" alignItems="flex-start" gap={2}>
      <Box>
        <PersonName person={share} />
        {share.endsAt !== null && (
          <Typography variant="pi" textColor="neutral600" tag="p">
            {t('record.shared-until', { time: formatDate(share.endsAt, { dateStyle: 'medium', timeStyle: 'short' }) })}
          </Typography>
        )}
      </Box>
      {mayStop && (
        <IconButton variant="ghost" size="XS" label={t('record.share-stop', { name })} disabled={isLoading} onClick={() => void stop()}>
          <Cross />
        </IconButton>
      )}
    </Flex>
  );
};
