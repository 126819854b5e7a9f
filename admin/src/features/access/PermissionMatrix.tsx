import { VisuallyHidden } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { Matrix, MatrixRole } from '../../../../contracts/http-matrix';
import { DataTable } from '../../components/DataTable';
import { useName, useText } from '../../hooks/useText';
import { localize } from './localize';
import { ScopeMark } from './ScopeMark';

interface PermissionMatrixProps {
  readonly matrix: Matrix;
  /** The roles to show: one is a plain table, several stand under each other within each feature. */
  readonly roles: readonly MatrixRole[];
}

/** Features × actions of one role, or of several to compare. */
export const PermissionMatrix = ({ matrix, roles }: PermissionMatrixProps) => {
  const t = useText();
  const name = useName();
  const { locale, formatList } = useIntl();
  const labels = roles.map(({ label }) => localize(label, locale));
  const compares = roles.length > 1;

  const head = (
    <>
      <FeatureHead scope="col">{t('matrix.feature')}</FeatureHead>
      {compares && <th scope="col">{t('matrix.role')}</th>}
      {matrix.actions.map((action) => (
        <th key={action} scope="col">
          {name('action', action)}
        </th>
      ))}
    </>
  );

  return (
    <DataTable caption={t('matrix.caption', { roles: formatList(labels, { type: 'conjunction' }) })} head={head} maxHeight="76dvh">
      {matrix.features.map((feature) => (
        <tbody key={feature.key}>
          {roles.map((role, index) => (
            <tr key={role.key}>
              {index === 0 && (
                <FeatureHead scope={compares ? 'rowgroup' : 'row'} rowSpan={roles.length}>
                  {name('feature', feature.key)}
                </FeatureHead>
              )}
              {compares && <th scope="row">{labels[index]}</th>}
              {matrix.actions.map((action) => (
                <td key={action}>
                  <Cell scope={role.cells[feature.key]?.[action]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </DataTable>
  );
};

/** An action that the feature does not have is not a permission that is missing. */
const Cell = ({ scope }: { readonly scope: string | undefined }) => {
  const t = useText();
  return scope === undefined ? <VisuallyHidden>{t('matrix.not-there')}</VisuallyHidden> : <ScopeMark scope={scope} />;
};

/** Stays in sight while the actions scroll sideways. */
const FeatureHead = styled.th`
  position: sticky;
  inset-inline-start: 0;
  z-index: 1;

  thead & {
    z-index: 3;
  }
`;
