import { Button, Flex } from '@strapi/design-system';
import { Play, Stop } from '@strapi/icons';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { JobInfo } from '../../../../contracts/http-rebalance';
import { Notice } from '../../components/Notice';
import { TextLink } from '../../components/TextLink';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { recordAddress } from '../content/recordAddress';
import { useCancelJob, useStartJob } from './api';
import { UndoButton } from './UndoButton';
import { usePlanOfJob } from './useGoToJob';
import { usePlanning } from './usePlanning';

interface JobActionsProps {
  readonly job: JobInfo;
  /** Names the plan as it is on the screen. */
  readonly token: string;
}

/** What can be done with a job as it stands: start it, stop it, take it back. */
export const JobActions = ({ job, token }: JobActionsProps) => {
  const t = useText();
  const change = useChange();
  const [start, { isLoading: isStarting }] = useStartJob();
  const [cancel, { isLoading: isCancelling }] = useCancelJob();
  const [stale, setStale] = useState<{ readonly record: string | undefined }>();
  const { documentId, type, status, total, isUndoable } = job;

  const begin = () =>
    change(() => start({ job: documentId, token }).unwrap(), t('job.started'), ({ code, record }) => {
      if (code !== 'CONFLICT') return false;
      setStale({ record });
      return true;
    });

  if (status === 'planned' && stale) return <Stale type={type} record={stale.record} />;
  return (
    <Flex gap={2} justifyContent="flex-end" wrap="wrap">
      {status === 'planned' && total > 0 && (
        <Button startIcon={<Play />} loading={isStarting} onClick={() => void begin()}>
          {t('job.start', { count: total })}
        </Button>
      )}
      {status === 'running' && (
        <Button variant="danger-light" startIcon={<Stop />} loading={isCancelling} onClick={() => void change(() => cancel(documentId).unwrap(), undefined)}>
          {t('job.cancel')}
        </Button>
      )}
      {isUndoable && <UndoButton job={job} />}
    </Flex>
  );
};

/** Records have changed since the plan was made, so that it is not what would happen. Nothing has moved. */
const Stale = ({ type, record }: { readonly type: string; readonly record: string | undefined }) => {
  const t = useText();
  const navigate = useNavigate();
  const request = usePlanOfJob();
  const { plan, isLoading } = usePlanning();
  // Opened from the list, nobody knows any more what it was planned from: then the form does.
  const again = () => (request ? plan(request) : navigate('?tab=rebalance'));
  const button = (
    <Button variant="secondary" loading={isLoading} onClick={() => void again()}>
      {t('job.plan-again')}
    </Button>
  );
  return (
    <Notice kind="danger" action={button}>
      {t('job.stale')} {record !== undefined && <TextLink to={recordAddress(type, record)}>{t('job.at-fault')}</TextLink>}
    </Notice>
  );
};
