import { Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { useTable } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { MOST_RECORDS } from '../../../../contracts/limits';
import { Avatar } from '../../components/Avatar';
import { usePersonName } from '../../components/PersonName';
import { useText } from '../../hooks/useText';
import { useOwnersOfMany } from './api';
import { chunkAround } from './chunkAround';

/** In seconds: rows of one page come one after the other. */
const RECENT = { refetchOnMountOrArgChange: 5 };

/** Who owns the record of a row. All rows of a page ask the same question, so that it is asked once. */
export const OwnerCell = ({ type, documentId }: { readonly type: string; readonly documentId: string }) => {
  const t = useText();
  const nameOf = usePersonName();
  const { formatList } = useIntl();
  const rows = useTable('OwnerCell', (table) => table.rows) as unknown as readonly { readonly documentId: string }[];
  const records = chunkAround(rows.map((row) => row.documentId), documentId, MOST_RECORDS.asked);
  const { data, isError } = useOwnersOfMany({ type, records }, RECENT);
  if (isError) return <Typography textColor="neutral600">{t('state.error')}</Typography>;
  const owners = data?.[documentId];
  if (!owners) return null;
  const { owner, coOwners } = owners;
  const helpers = t('record.helped-by', { people: formatList(coOwners.map(nameOf), { type: 'conjunction' }) });
  return (
    <Flex gap={2}>
      {owner && <Avatar member={owner.documentId} name={owner.name ?? ''} />}
      <Typography textColor="neutral800" ellipsis>
        {owner ? nameOf(owner) : '-'}
      </Typography>
      {coOwners.length > 0 && (
        <Typography variant="pi" textColor="neutral600" title={helpers}>
          <span aria-hidden>+{coOwners.length}</span>
          <VisuallyHidden>{helpers}</VisuallyHidden>
        </Typography>
      )}
    </Flex>
  );
};
