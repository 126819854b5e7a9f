import { Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import { Code } from '../../components/Code';
import { DataTable } from '../../components/DataTable';
import { StateBadge } from '../../components/StateBadge';
import { TextLink } from '../../components/TextLink';
import { useName, useText } from '../../hooks/useText';
import { localize } from './localize';

interface RolesTableProps {
  readonly roles: readonly MatrixRole[];
  /** Where the permissions of a role are. */
  linkTo(role: string): string;
}

export const RolesTable = ({ roles, linkTo }: RolesTableProps) => {
  const t = useText();
  const head = (['role', 'for-whom', 'kind', 'doors', 'may-own', 'permissions'] as const).map((column) => (
    <th key={column} scope="col">
      {t(`roles.${column}`)}
    </th>
  ));
  return (
    <DataTable caption={t('roles.caption')} head={head}>
      <tbody>
        {roles.map((role) => (
          <RoleRow key={role.key} role={role} to={linkTo(role.key)} />
        ))}
      </tbody>
    </DataTable>
  );
};

const RoleRow = ({ role, to }: { readonly role: MatrixRole; readonly to: string }) => {
  const t = useText();
  const name = useName();
  const { locale } = useIntl();
  const label = localize(role.label, locale);
  return (
    <tr>
      <th scope="row">
        <Flex direction="column" alignItems="flex-start">
          <Flex gap={2}>
            <Typography fontWeight="semiBold">{label}</Typography>
            {role.locked && <LockMark />}
          </Flex>
          <Code>{role.key}</Code>
        </Flex>
      </th>
      <td>{localize(role.description, locale)}</td>
      <td>
        <StateBadge tone={role.kind === 'custom' ? 'primary' : 'neutral'}>{t(`roles.${role.kind}`)}</StateBadge>
      </td>
      <td>{name('doors', role.doors)}</td>
      <td>{role.mayOwn ? t('common.yes') : t('common.no')}</td>
      <td>
        <TextLink to={to} label={t('roles.show-of', { role: label })}>
          {t('roles.show')}
        </TextLink>
      </td>
    </tr>
  );
};

const LockMark = () => {
  const t = useText();
  return (
    <span title={t('roles.locked')}>
      <Lock aria-hidden width="1.2rem" height="1.2rem" fill="neutral600" />
      <VisuallyHidden>{t('roles.locked')}</VisuallyHidden>
    </span>
  );
};
