import { Box, Flex, Typography } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import type { JobAnswer } from '../../../../contracts/http-rebalance';
import type { RuleType } from '../../../../contracts/http-rules';
import { BackLink } from '../../components/BackLink';
import { usePersonName } from '../../components/PersonName';
import { Resource } from '../../components/Resource';
import { TextLink } from '../../components/TextLink';
import { useText } from '../../hooks/useText';
import { Conflicts } from '../backfill/Conflicts';
import { FlowsTable } from '../moves/FlowsTable';
import { useJob } from './api';
import { JobActions } from './JobActions';
import { JobMoves } from './JobMoves';
import { isMoving, JobStatus } from './JobStatus';
import { JobOutcome } from './JobOutcome';
import { usePlanOfJob } from './useGoToJob';

interface JobViewProps {
  readonly job: string;
  readonly types: readonly RuleType[];
  readonly mayChange: boolean;
}

/** How often a job is asked how far it is. */
const EVERY = 1_000;

/** A plan to look at and to start, or how far it is, or how it ended. */
export const JobView = ({ job, types, mayChange }: JobViewProps) => {
  const t = useText();
  const [pollingInterval, setPolling] = useState(0);
  const query = useJob(job, { refetchOnMountOrArgChange: true, pollingInterval });
  const status = query.data?.data.status;
  useEffect(() => setPolling(isMoving(status) ? EVERY : 0), [status]);
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <BackLink to="?tab=rebalance">{t('job.back')}</BackLink>
      <Resource query={query} isEmpty={() => false} empty={{ content: '' }}>
        {(answer: JobAnswer) => <Job answer={answer} types={types} mayChange={mayChange} />}
      </Resource>
    </Flex>
  );
};

interface JobProps extends Omit<JobViewProps, 'job'> {
  readonly answer: JobAnswer;
}

const Job = ({ answer: { data, meta }, types, mayChange }: JobProps) => {
  const t = useText();
  const nameOf = usePersonName();
  const { formatDate } = useIntl();
  const request = usePlanOfJob();
  const type = types.find((one) => one.type === data.type);
  return (
    <>
      <Box>
        <Flex gap={3} wrap="wrap">
          <Typography variant="beta" tag="h2">
            {t('job.title', { count: data.total, examined: meta.examined, type: type?.displayName ?? data.type })}
          </Typography>
          <JobStatus status={data.status} />
        </Flex>
        <Typography textColor="neutral600" tag="p">
          {t('job.made', { time: formatDate(data.createdAt, { dateStyle: 'medium', timeStyle: 'short' }), name: data.createdBy ? nameOf(data.createdBy) : t('audit.system') })}
        </Typography>
        {data.note !== null && <Typography tag="p">{t('job.note', { note: data.note })}</Typography>}
        {data.undoes !== null && <TextLink to={`?tab=rebalance&job=${encodeURIComponent(data.undoes)}`}>{t('job.undoes')}</TextLink>}
      </Box>
      <JobOutcome job={data} />
      {mayChange && <JobActions job={data} token={meta.token} />}
      {meta.flows.length > 0 && <FlowsTable flows={meta.flows} />}
      {data.total > 0 && <JobMoves job={data} fields={type?.fields ?? []} narrowable={mayChange && data.status === 'planned' ? request : undefined} />}
      {data.kind === 'backfill' && data.undoes === null && <Conflicts job={data.documentId} type={data.type} />}
    </>
  );
};
