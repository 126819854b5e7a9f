import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { BackfillAnswer, ConflictReason, ConflictsPage } from '../../../../contracts/http-backfill';
import { Choice } from '../../components/Choice';
import { Resource } from '../../components/Resource';
import { useText } from '../../hooks/useText';
import { useBackfill, useConflicts } from './api';
import { ConflictsTable } from './ConflictsTable';

const PAGE_SIZE = 20;

/** What a backfill leaves out, by reason and one by one. */
export const Conflicts = ({ job, type }: { readonly job: string; readonly type: string }) => {
  const t = useText();
  const query = useBackfill(job);
  return (
    <Box tag="section" aria-labelledby="roster-conflicts">
      <Typography id="roster-conflicts" variant="delta" tag="h3">
        {t('backfill.left-out')}
      </Typography>
      <Box paddingTop={3}>
        <Resource query={query} isEmpty={({ conflicts }: BackfillAnswer['data']) => conflicts.length === 0} empty={{ content: t('backfill.nothing-left-out') }}>
          {(backfill) => <Listed backfill={backfill} type={type} />}
        </Resource>
      </Box>
    </Box>
  );
};

const Listed = ({ backfill: { job, unchanged, conflicts }, type }: { readonly backfill: BackfillAnswer['data']; readonly type: string }) => {
  const t = useText();
  const [reason, setReason] = useState<ConflictReason | 'all'>('all');
  const [page, setPage] = useState(1);
  const query = useConflicts({ job, reason: reason === 'all' ? undefined : reason, page, pageSize: PAGE_SIZE });
  const all = conflicts.reduce((sum, { count }) => sum + count, 0);
  const options = [
    { value: 'all' as const, label: t('backfill.reason-count', { reason: t('backfill.all-reasons'), count: all }) },
    ...conflicts.map(({ reason: value, count }) => ({ value, label: t('backfill.reason-count', { reason: t(`backfill.reason.${value}`), count }) })),
  ];
  const choose = (value: ConflictReason | 'all') => {
    setReason(value);
    setPage(1);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {unchanged > 0 && <Typography>{t('backfill.unchanged', { count: unchanged })}</Typography>}
      <Box maxWidth="36rem">
        <Choice name="conflict-reason" label={t('backfill.reason')} size="S" value={reason} options={options} onChoose={choose} />
      </Box>
      <Resource query={query} isEmpty={({ data }: ConflictsPage) => data.length === 0} empty={{ content: t('backfill.nothing-left-out') }}>
        {({ data, meta: { pagination } }) => (
          <>
            <ConflictsTable conflicts={data} type={type} />
            {pagination.pageCount > 1 && (
              <Flex tag="nav" aria-label={t('backfill.pages')} gap={3} justifyContent="flex-end">
                <Typography textColor="neutral600">{t('backfill.page', { page, pages: pagination.pageCount })}</Typography>
                <Button variant="tertiary" disabled={page === 1} onClick={() => setPage(page - 1)}>
                  {t('backfill.previous')}
                </Button>
                <Button variant="tertiary" disabled={page >= pagination.pageCount} onClick={() => setPage(page + 1)}>
                  {t('backfill.next')}
                </Button>
              </Flex>
            )}
          </>
        )}
      </Resource>
    </Flex>
  );
};
