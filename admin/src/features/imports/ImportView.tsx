import { Box, Flex, Typography } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import type { ImportInfo } from '../../../../contracts/http-imports';
import type { MatrixRole } from '../../../../contracts/http-matrix';
import { BackLink } from '../../components/BackLink';
import { usePersonName } from '../../components/PersonName';
import { Resource } from '../../components/Resource';
import { TextLink } from '../../components/TextLink';
import { useText } from '../../hooks/useText';
import { isMoving, JobStatus } from '../rebalance/JobStatus';
import { IMPORT_FORM } from './address';
import { useImport } from './api';
import { ImportActions } from './ImportActions';
import { ImportOutcome } from './ImportOutcome';
import { ImportRows } from './ImportRows';

interface ImportViewProps {
  readonly id: string;
  readonly roles: readonly MatrixRole[];
}

/** How often an import is asked how far it is, and how far its mails are. */
const EVERY = 1_000;

/** What a file would become, or how far it is, or how it ended. */
export const ImportView = ({ id, roles }: ImportViewProps) => {
  const t = useText();
  const [pollingInterval, setPolling] = useState(0);
  const query = useImport(id, { refetchOnMountOrArgChange: true, pollingInterval });
  const isGoingOn = isMoving(query.data?.status) || (query.data?.mails.waiting ?? 0) > 0;
  useEffect(() => setPolling(isGoingOn ? EVERY : 0), [isGoingOn]);
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <BackLink to="?tab=invitations">{t('import.back')}</BackLink>
        <TextLink to={IMPORT_FORM}>{t('import.another')}</TextLink>
      </Flex>
      <Resource query={query} isEmpty={() => false} empty={{ content: '' }}>
        {(info: ImportInfo) => <Import info={info} roles={roles} />}
      </Resource>
    </Flex>
  );
};

const Import = ({ info, roles }: { readonly info: ImportInfo; readonly roles: readonly MatrixRole[] }) => {
  const t = useText();
  const nameOf = usePersonName();
  const { formatDate } = useIntl();
  const { documentId, total, file, status, createdAt, createdBy } = info;
  return (
    <>
      <Box>
        <Flex gap={3} wrap="wrap">
          <Typography variant="beta" tag="h2">
            {t('import.planned-title', { total, file: file === null ? '' : t('import.of-file', { file }) })}
          </Typography>
          <JobStatus status={status} />
        </Flex>
        <Typography textColor="neutral600" tag="p">
          {t('import.made', { time: formatDate(createdAt, { dateStyle: 'medium', timeStyle: 'short' }), name: createdBy ? nameOf(createdBy) : t('audit.system') })}
        </Typography>
      </Box>
      <ImportOutcome info={info} />
      <ImportActions info={info} />
      {total > 0 && <ImportRows key={`${documentId} ${status}`} info={info} roles={roles} />}
    </>
  );
};
