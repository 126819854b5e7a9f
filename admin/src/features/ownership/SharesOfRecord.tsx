import { Flex, TextButton, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import { Term } from '../../components/Term';
import { useText } from '../../hooks/useText';
import { FRESH, useShares, type RecordRef } from './api';
import { ShareDialog } from './ShareDialog';
import { ShareLine } from './ShareLine';
import { useMayShare } from './useMayShare';

/** To whom a record is shown besides its book; for whoever may, with what changes that. Nothing where there is neither. */
export const SharesOfRecord = ({ record: { type, documentId } }: { readonly record: RecordRef }) => {
  const t = useText();
  const record = { type, documentId };
  const mayShare = useMayShare(record);
  const [isSharing, setSharing] = useState(false);
  const { data: shares, isError } = useShares(record, FRESH);
  if (isError) return <Typography textColor="danger600">{t('state.error')}</Typography>;
  if (!shares || (shares.length === 0 && !mayShare)) return null;
  return (
    <Flex tag="dl" direction="column" alignItems="stretch">
      <Term label={t('record.shared-with')}>
        <Flex direction="column" alignItems="stretch" gap={1}>
          {shares.map((share) => (
            <ShareLine key={share.documentId} record={record} share={share} mayStop={mayShare} />
          ))}
          {mayShare && (
            <TextButton startIcon={<Plus />} onClick={() => setSharing(true)}>
              {t('record.share')}
            </TextButton>
          )}
        </Flex>
      </Term>
      {isSharing && <ShareDialog record={record} shares={shares} onClose={() => setSharing(false)} />}
    </Flex>
  );
};
