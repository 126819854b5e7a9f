import { Flex, Typography } from '@strapi/design-system';
import type { Me } from '../../../../contracts/http-me';
import { useText } from '../../hooks/useText';
import { FRESH, useWhy, type RecordRef } from './api';
import { HistoryButton } from './HistoryButton';
import { OwnersOfRecord } from './OwnersOfRecord';
import { SharesOfRecord } from './SharesOfRecord';
import { ThroughLine } from './ThroughLine';
import { WhyLine } from './WhyLine';

/** Who owns a record and who helps, with whom it is shared, whom it hangs on, why one sees it, and how it came to its owner. */
export const RecordLines = ({ record, types }: { readonly record: RecordRef; readonly types: Me['types'] }) => {
  const t = useText();
  const why = useWhy(record, FRESH);
  if (why.isError) return <NoReason error={why.error} />;
  if (!why.data) return <Typography textColor="neutral600">{t('state.loading')}</Typography>;
  const { through } = why.data;
  const owns = types[record.type]?.owns ?? false;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {owns && <OwnersOfRecord record={record} />}
      {types[record.type]?.kind === 'record' && <SharesOfRecord record={record} />}
      {through && types[through.type]?.owns && <ThroughLine record={through} typeName={through.displayName} />}
      <WhyLine why={why.data} kind={types[record.type]?.kind} />
      {owns && <HistoryButton record={record} />}
    </Flex>
  );
};

/** What is only observed is seen by who will not see it. */
const NoReason = ({ error }: { readonly error: unknown }) => {
  const t = useText();
  const { status } = error as { readonly status?: number };
  return status === 403 || status === 404 ? <Typography>{t('record.why-observed')}</Typography> : <Typography textColor="danger600">{t('state.error')}</Typography>;
};
