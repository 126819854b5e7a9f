import { Box, Flex, Typography } from '@strapi/design-system';
import type { JobInfo } from '../../../../contracts/http-rebalance';
import type { RuleType } from '../../../../contracts/http-rules';
import { Resource } from '../../components/Resource';
import { TextLink } from '../../components/TextLink';
import { OwningType } from '../../features/assignment/OwningType';
import { BackfillForm } from '../../features/backfill/BackfillForm';
import { useJobs } from '../../features/rebalance/api';
import { JobsTable } from '../../features/rebalance/JobsTable';
import { isMoving } from '../../features/rebalance/JobStatus';
import { JobView } from '../../features/rebalance/JobView';
import { planDraftOf } from '../../features/rebalance/plan-draft';
import { PlanForm } from '../../features/rebalance/PlanForm';
import { useMay } from '../../hooks/useMay';
import { useSearchState } from '../../hooks/useSearchState';
import { useText } from '../../hooks/useText';

/** Many records to other owners at once: planned, looked at, started, and taken back. */
export const RebalanceTab = () => {
  const t = useText();
  const mayChange = useMay('changeTeam');
  const [search] = useSearchState();
  const job = search.get('job');
  const isBackfill = search.get('view') === 'backfill';
  return (
    <OwningType>
      {(type, choice, types) =>
        job === null && isBackfill && mayChange ? (
          <BackfillForm key={type.type} type={type} />
        ) : job === null ? (
          <Flex direction="column" alignItems="stretch" gap={6}>
            <Flex justifyContent="space-between" alignItems="flex-end" gap={4} wrap="wrap">
              <Box>{choice}</Box>
              {mayChange && <TextLink to={`?tab=rebalance&type=${encodeURIComponent(type.type)}&view=backfill`}>{t('backfill.open')}</TextLink>}
            </Flex>
            {mayChange && <PlanForm key={`${type.type} ${search.get('owner') ?? ''}`} type={type} initial={planDraftOf(search)} />}
            <LatestJobs types={types} />
          </Flex>
        ) : (
          <JobView key={job} job={job} types={types} mayChange={mayChange} />
        )
      }
    </OwningType>
  );
};

/** How often the list looks whether something has ended. */
const EVERY = 5_000;

const LatestJobs = ({ types }: { readonly types: readonly RuleType[] }) => {
  const t = useText();
  const query = useJobs(undefined, { refetchOnMountOrArgChange: true });
  const isAnyMoving = query.data?.some(({ status }) => isMoving(status)) ?? false;
  useJobs(undefined, { pollingInterval: isAnyMoving ? EVERY : 0 });
  return (
    <Box tag="section" aria-labelledby="roster-jobs">
      <Typography id="roster-jobs" variant="delta" tag="h2">
        {t('job.latest')}
      </Typography>
      <Box paddingTop={3}>
        <Resource query={query} isEmpty={(jobs: JobInfo[]) => jobs.length === 0} empty={{ content: t('job.empty') }}>
          {(jobs) => <JobsTable jobs={jobs} types={types} />}
        </Resource>
      </Box>
    </Box>
  );
};
