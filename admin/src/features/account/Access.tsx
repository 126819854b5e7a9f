import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { AccountInfo } from '../../../../contracts/http-account';
import { DataTable } from '../../components/DataTable';
import { Panelled } from '../../components/Panelled';
import { Term } from '../../components/Term';
import { TextLink } from '../../components/TextLink';
import { useText } from '../../hooks/useText';

const COLUMNS = ['type', 'owned', 'co-owned', 'shared'] as const;

/** What one has access to: how far one reaches, and which records are one's own. */
export const Access = ({ access: { restriction, territories, books } }: Pick<AccountInfo, 'access'>) => {
  const t = useText();
  const { formatNumber, formatList } = useIntl();
  const head = COLUMNS.map((column) => (
    <th key={column} scope="col">
      {t(`account.column.${column}`)}
    </th>
  ));
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Panelled title={t('account.reach')}>
        <Flex tag="dl" gap={8} wrap="wrap" alignItems="flex-start">
          <Term label={t('account.restriction')}>
            <Typography>{t(restriction === 'none' ? 'account.not-restricted' : `members.restricted.${restriction}`)}</Typography>
          </Term>
          <Term label={t('account.territories')}>
            <Typography>{territories.length === 0 ? t('account.no-territory') : formatList(territories.map(({ name }) => name), { type: 'conjunction' })}</Typography>
          </Term>
        </Flex>
      </Panelled>
      {books.length > 0 && (
        <DataTable caption={t('account.books')} head={head}>
          <tbody>
            {books.map(({ type, displayName, owned, coOwned, shared }) => (
              <tr key={type}>
                <th scope="row">
                  <TextLink to={`/content-manager/collection-types/${type}`}>{displayName}</TextLink>
                </th>
                <td>{formatNumber(owned)}</td>
                <td>{formatNumber(coOwned)}</td>
                <td>{formatNumber(shared)}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Flex>
  );
};
