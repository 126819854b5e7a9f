import { Button, Flex } from '@strapi/design-system';
import { useState } from 'react';
import type { JobInfo, MovesPage, PlanRequest } from '../../../../contracts/http-rebalance';
import type { RuleType } from '../../../../contracts/http-rules';
import { Pages, usePageInAddress } from '../../components/Pages';
import { Resource } from '../../components/Resource';
import { useText } from '../../hooks/useText';
import { MovesTable } from '../moves/MovesTable';
import { useMoves } from './api';
import { usePlanning } from './usePlanning';

interface JobMovesProps {
  readonly job: JobInfo;
  readonly fields: RuleType['fields'];
  /** What the job was planned from, where some of its moves can be planned by themselves. */
  readonly narrowable: PlanRequest | undefined;
}

/** Record by record, in pages. As long as it is a plan, some of the records can be picked out of it. */
export const JobMoves = ({ job: { documentId, kind, type }, fields, narrowable }: JobMovesProps) => {
  const t = useText();
  const { plan, isLoading } = usePlanning();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const page = usePageInAddress();
  const query = useMoves({ job: documentId, ...page }, { refetchOnMountOrArgChange: true });
  return (
    <Resource query={query} isEmpty={({ data }: MovesPage) => data.length === 0} empty={{ content: t('job.no-moves') }}>
      {({ data, meta: { pagination } }) => (
        <Flex direction="column" alignItems="stretch" gap={3}>
          {narrowable && chosen.length > 0 && (
            <Flex justifyContent="flex-end">
              <Button variant="secondary" loading={isLoading} onClick={() => void plan({ ...narrowable, filter: { records: [...chosen] } })}>
                {t('job.only-chosen', { count: chosen.length })}
              </Button>
            </Flex>
          )}
          <MovesTable caption={t('job.moves')} type={type} fields={fields} moves={data} withoutRule={t(kind === 'backfill' ? 'history.source.backfill' : 'moves.no-rule')} choosing={narrowable && { chosen, onChoose: setChosen }} />
          <Pages pagination={pagination} />
        </Flex>
      )}
    </Resource>
  );
};
