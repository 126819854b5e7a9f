import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Matrix } from '../../../../contracts/http-matrix';
import { DataTable } from '../../components/DataTable';
import { Resource } from '../../components/Resource';
import { TextLink } from '../../components/TextLink';
import { useMatrix } from '../access/api';
import { localize } from '../access/localize';
import { useText } from '../../hooks/useText';
import { StepFrame } from './StepFrame';

/** What the team will be made of: the roles that the preset brings. */
export const RolesStep = () => {
  const t = useText();
  const { locale } = useIntl();
  const query = useMatrix();
  return (
    <StepFrame step="roles">
      <Resource query={query} isEmpty={({ roles }: Matrix) => roles.length === 0} empty={{ content: t('roles.empty') }}>
        {({ roles }) => (
          <DataTable
            caption={t('setup.roles.caption')}
            head={
              <>
                <th scope="col">{t('setup.roles.role')}</th>
                <th scope="col">{t('setup.roles.for')}</th>
              </>
            }
          >
            <tbody>
              {roles.map(({ key, label, description }) => (
                <tr key={key}>
                  <th scope="row">{localize(label, locale)}</th>
                  <td>{localize(description, locale)}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        )}
      </Resource>
      <Typography textColor="neutral600">
        {t('setup.roles.change')} <TextLink to="/plugins/roster/team?tab=permissions">{t('setup.roles.matrix')}</TextLink>
      </Typography>
    </StepFrame>
  );
};
