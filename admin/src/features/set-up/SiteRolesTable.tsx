import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { HostRoleInfo } from '../../../../contracts/http-set-up';
import { Choice } from '../../components/Choice';
import { DataTable } from '../../components/DataTable';
import { useText } from '../../hooks/useText';
import { useMatrix } from '../access/api';
import { useRoleLabel } from '../access/useRoleLabel';

type Chosen = Readonly<Record<string, string>>;

interface SiteRolesTableProps {
  readonly roles: readonly HostRoleInfo[];
  readonly chosen: Chosen;
  idOf(role: HostRoleInfo): string;
  onChoose(chosen: Chosen): void;
}

const COLUMNS = ['door', 'role', 'users', 'free', 'becomes'] as const;
const NOBODY = 'nobody';

/** The site's own roles, and what those who have them become in the team. */
export const SiteRolesTable = ({ roles, chosen, idOf, onChoose }: SiteRolesTableProps) => {
  const t = useText();
  const { formatNumber } = useIntl();
  const { data: matrix } = useMatrix();
  const label = useRoleLabel(matrix?.roles ?? []);
  const options = [{ value: NOBODY, label: t('setup.people.nobody') }, ...(matrix?.roles ?? []).map(({ key }) => ({ value: key, label: label(key) }))];
  const set = (id: string, role: string) => {
    const { [id]: _before, ...rest } = chosen;
    onChoose(role === NOBODY ? rest : { ...rest, [id]: role });
  };
  return (
    <DataTable
      caption={t('setup.people.caption')}
      head={COLUMNS.map((column) => (
        <th key={column} scope="col">
          {t(`setup.people.${column}`)}
        </th>
      ))}
    >
      <tbody>
        {roles.map((role) => (
          <tr key={idOf(role)}>
            <td>
              <Typography textColor="neutral600">{t(`setup.people.door-${role.door}`)}</Typography>
            </td>
            <th scope="row">{role.name}</th>
            <td>{formatNumber(role.users)}</td>
            <td>{formatNumber(role.free)}</td>
            <td>
              <Choice name={idOf(role)} label={`${t('setup.people.becomes')}: ${role.name}`} isLabelHidden size="S" value={chosen[idOf(role)] ?? NOBODY} options={options} onChoose={(chosenRole) => set(idOf(role), chosenRole)} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
};
