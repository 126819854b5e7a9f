import { TextButton } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { AuditDays } from '../../../../../contracts/http-audit';
import { DataTable } from '../../../components/DataTable';
import { useText } from '../../../hooks/useText';
import { useDayNames } from './useDayNames';

interface DaysTableProps {
  readonly days: AuditDays['data'];
  onChoose(from: string, to: string): void;
}

/** What the bars show, as numbers: day by day, the newest first. */
export const DaysTable = ({ days, onChoose }: DaysTableProps) => {
  const t = useText();
  const { formatNumber } = useIntl();
  const { day: called } = useDayNames();
  const head = (['day', 'entries'] as const).map((column) => (
    <th key={column} scope="col">
      {t(`audit.days.${column}`)}
    </th>
  ));
  return (
    <DataTable caption={t('audit.days.caption')} head={head} maxHeight="40dvh">
      <tbody>
        {[...days].reverse().map(({ day, entries }) => (
          <tr key={day}>
            <th scope="row">{entries === 0 ? called(day) : <TextButton onClick={() => onChoose(day, day)}>{called(day)}</TextButton>}</th>
            <td>{formatNumber(entries)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
};
