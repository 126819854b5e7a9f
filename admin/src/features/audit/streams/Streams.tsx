import { useEffect, useState } from 'react';
import type { AuditStream, AuditStreams } from '../../../../../contracts/http-audit-streams';
import { DataTable } from '../../../components/DataTable';
import { Resource } from '../../../components/Resource';
import { useText } from '../../../hooks/useText';
import { useStreams } from './api';
import { LettersDialog } from './LettersDialog';
import { ReplayDialog } from './ReplayDialog';
import { StreamRow } from './StreamRow';

const WHILE_BEHIND = 3_000;

/** What is open over the table. */
interface Open {
  readonly what: 'letters' | 'replay';
  readonly stream: AuditStream;
}

/** Receivers outside to which the log is sent, how it goes, and what to do where it does not. */
export const Streams = () => {
  const t = useText();
  const [pollingInterval, setPolling] = useState(0);
  const query = useStreams(undefined, { refetchOnMountOrArgChange: true, pollingInterval });
  const isMoving = query.data?.data.some(({ state }) => state !== 'current') ?? false;
  useEffect(() => setPolling(isMoving ? WHILE_BEHIND : 0), [isMoving]);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <Resource query={query} isEmpty={({ data }) => data.length === 0} empty={{ content: t('audit.streams.empty') }}>
      {({ data }: AuditStreams) => (
        <>
          <DataTable caption={t('audit.streams.caption')} head={<Head />}>
            <tbody>
              {data.map((stream) => (
                <StreamRow key={stream.name} stream={stream} onLetters={() => setOpen({ what: 'letters', stream })} onReplay={() => setOpen({ what: 'replay', stream })} />
              ))}
            </tbody>
          </DataTable>
          {open?.what === 'letters' && <LettersDialog name={open.stream.name} onClose={close} />}
          {open?.what === 'replay' && <ReplayDialog stream={open.stream} onClose={close} />}
        </>
      )}
    </Resource>
  );
};

const Head = () => {
  const t = useText();
  return (
    <>
      <th scope="col">{t('audit.streams.receiver')}</th>
      <th scope="col">{t('audit.streams.state')}</th>
      <th scope="col">{t('audit.streams.told')}</th>
      <th scope="col">{t('audit.streams.actions')}</th>
    </>
  );
};
