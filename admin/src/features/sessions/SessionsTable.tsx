import { Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { SessionInfo } from '../../../../contracts/http-sessions';
import { DataTable } from '../../components/DataTable';
import { StateBadge } from '../../components/StateBadge';
import { useAgo } from '../../hooks/useAgo';
import { useText } from '../../hooks/useText';

interface SessionsTableProps {
  /** What the table is about, for those who cannot see where it stands. */
  readonly caption: string;
  readonly sessions: readonly SessionInfo[];
  onEnd(session: SessionInfo): void;
}

const COLUMNS = ['device', 'address', 'started', 'seen', 'actions'] as const;

/** The host names devices in English: `Chrome on macOS`. */
const useDevice = () => {
  const t = useText();
  return (device: string | null): string => {
    const [, browser, system] = /^(.+) on (.+)$/.exec(device ?? '') ?? [];
    if (browser !== undefined && system !== undefined) return t('sessions.device', { browser, system });
    return device ?? t('sessions.device-unknown');
  };
};

/** Where somebody is signed in, each with a button that ends it. */
export const SessionsTable = ({ caption, sessions, onEnd }: SessionsTableProps) => {
  const t = useText();
  const ago = useAgo();
  const deviceOf = useDevice();
  const { formatDate } = useIntl();
  const head = COLUMNS.map((column) => (
    <th key={column} scope="col">
      {t(`sessions.column.${column}`)}
    </th>
  ));
  return (
    <DataTable caption={caption} head={head}>
      <tbody>
        {sessions.map((session) => {
          const device = deviceOf(session.device);
          const started = formatDate(session.startedAt, { dateStyle: 'medium', timeStyle: 'short' });
          return (
            <tr key={session.id}>
              <th scope="row">
                <Flex direction="column" alignItems="flex-start" gap={1}>
                  {device}
                  <Typography variant="pi" textColor="neutral600">
                    {t(`sessions.door.${session.door}`)}
                  </Typography>
                </Flex>
              </th>
              <td>{session.address ?? t('sessions.address-unknown')}</td>
              <td style={{ whiteSpace: 'nowrap' }}>{started}</td>
              <td style={{ whiteSpace: 'nowrap' }}>{session.isCurrent ? <StateBadge tone="success">{t('sessions.current')}</StateBadge> : ago(session.seenAt)}</td>
              <td>
                {!session.isCurrent && (
                  <Button variant="danger-light" size="S" aria-label={t('sessions.end-of', { device, moment: started })} onClick={() => onEnd(session)}>
                    {t('sessions.end')}
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
};
