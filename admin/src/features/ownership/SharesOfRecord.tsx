import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { usePersonName } from '../../components/PersonName';
import { useText } from '../../hooks/useText';
import { FRESH, useShares, type RecordRef } from './api';
import { Term } from './Term';

/** To whom a record is shown besides its book, and until when. Nothing where it is shared with nobody. */
export const SharesOfRecord = ({ record: { type, documentId } }: { readonly record: RecordRef }) => {
  const t = useText();
  const nameOf = usePersonName();
  const { formatDate } = useIntl();
  const { data: shares = [], isError } = useShares({ type, documentId }, FRESH);
  if (isError) return <Typography textColor="danger600">{t('state.error')}</Typography>;
  if (shares.length === 0) return null;
  return (
    <Flex tag="dl" direction="column" alignItems="stretch">
      <Term label={t('record.shared-with')}>
        {shares.map((share) => (
          <Flex key={share.documentId} direction="column" alignItems="flex-start">
            <Typography>{nameOf(share)}</Typography>
            {share.endsAt !== null && (
              <Typography variant="pi" textColor="neutral600">
                {t('record.shared-until', { time: formatDate(share.endsAt, { dateStyle: 'medium', timeStyle: 'short' }) })}
              </Typography>
            )}
          </Flex>
        ))}
      </Term>
    </Flex>
  );
};
