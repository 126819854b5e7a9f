import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { ApiTokenInfo } from '../../../../contracts/http-api-tokens';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import { DataTable } from '../../components/DataTable';
import { useText } from '../../hooks/useText';
import { useRoleLabel } from '../access/useRoleLabel';
import { BindTokenDialog } from './BindTokenDialog';

interface TokensTableProps {
  readonly tokens: readonly ApiTokenInfo[];
  readonly roles: readonly MatrixRole[];
  readonly mayChange: boolean;
}

export const TokensTable = ({ tokens, roles, mayChange }: TokensTableProps) => {
  const t = useText();
  const { formatDate } = useIntl();
  const [changing, setChanging] = useState<ApiTokenInfo>();
  const columns = ['name', 'kind', 'acts-for', 'last-used', ...(mayChange ? (['change'] as const) : [])] as const;
  const head = columns.map((column) => (
    <th key={column} scope="col">
      {t(`tokens.${column}`)}
    </th>
  ));
  return (
    <>
      <DataTable caption={t('tokens.caption')} head={head}>
        <tbody>
          {tokens.map((token) => (
            <tr key={token.documentId}>
              <th scope="row">
                <Flex direction="column" alignItems="flex-start">
                  <Typography fontWeight="semiBold">{token.name}</Typography>
                  {token.description && <Typography variant="pi" textColor="neutral600">{token.description}</Typography>}
                </Flex>
              </th>
              <td>{kindOf(token, t)}</td>
              <td>
                <ActsFor token={token} roles={roles} />
              </td>
              <td style={{ whiteSpace: 'nowrap' }}>{token.lastUsedAt === null ? t('tokens.never') : formatDate(token.lastUsedAt, { dateStyle: 'medium', timeStyle: 'short' })}</td>
              {mayChange && (
                <td>
                  {token.type !== 'full-access' && (
                    <Button variant="tertiary" size="S" aria-label={t('tokens.change-of', { name: token.name })} onClick={() => setChanging(token)}>
                      {t('tokens.change')}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </DataTable>
      {changing && <BindTokenDialog token={changing} roles={roles} onClose={() => setChanging(undefined)} />}
    </>
  );
};

const kindOf = ({ kind, type, owner }: ApiTokenInfo, t: ReturnType<typeof useText>): string => {
  if (kind === 'admin') return owner ? t('tokens.kind.admin-of', { name: owner.name }) : t('tokens.kind.admin');
  return t(`tokens.kind.${type ?? 'custom'}`);
};

/** The system, a member, a role, or nobody: then the token gets nothing of a governed type. */
const ActsFor = ({ token: { type, binding }, roles }: { readonly token: ApiTokenInfo; readonly roles: readonly MatrixRole[] }) => {
  const t = useText();
  const label = useRoleLabel(roles);
  if (type === 'full-access') return <Typography fontWeight="semiBold">{t('tokens.system')}</Typography>;
  if (binding === null) return <Typography textColor="neutral600">{t('tokens.nobody')}</Typography>;
  if (binding.role !== null) return <Typography>{t('tokens.role', { role: label(binding.role) })}</Typography>;
  const { name = null, status = null } = binding.member ?? {};
  if (name === null) return <Typography textColor="danger600">{t('tokens.gone')}</Typography>;
  return <Typography {...(status !== 'active' && { textColor: 'danger600' })}>{status === 'active' ? name : t('tokens.inactive', { name })}</Typography>;
};
