import { Button, Flex } from '@strapi/design-system';
import { Download, Play, Stop } from '@strapi/icons';
import type { ImportInfo } from '../../../../contracts/http-imports';
import { useChange } from '../../hooks/useChange';
import { useText } from '../../hooks/useText';
import { useExport } from '../exports/useExport';
import { isMoving } from '../rebalance/JobStatus';
import { useCancelImport, useStartImport } from './api';

/** What can be done with an import as it stands: start it, stop it, take the rows to be mended. */
export const ImportActions = ({ info: { documentId, status, rows } }: { readonly info: ImportInfo }) => {
  const t = useText();
  const change = useChange();
  const [start, { isLoading: isStarting }] = useStartImport();
  const [cancel, { isLoading: isCancelling }] = useCancelImport();
  const { received, start: download } = useExport();
  const isLeft = rows.refused > 0 || ((status === 'cancelled' || status === 'failed') && rows.ready > 0);
  return (
    <Flex gap={2} justifyContent="flex-end" wrap="wrap">
      {isLeft && !isMoving(status) && (
        <Button variant="secondary" startIcon={<Download />} loading={received !== undefined} onClick={() => void download({ address: `/roster/imports/${documentId}/errors`, name: 'people-to-mend.csv' })}>
          {t('import.errors')}
        </Button>
      )}
      {status === 'planned' && rows.ready > 0 && (
        <Button startIcon={<Play />} loading={isStarting} onClick={() => void change(() => start(documentId).unwrap(), t('import.started'))}>
          {t('import.start', { count: rows.ready })}
        </Button>
      )}
      {status === 'running' && (
        <Button variant="danger-light" startIcon={<Stop />} loading={isCancelling} onClick={() => void change(() => cancel(documentId).unwrap(), undefined)}>
          {t('import.stop')}
        </Button>
      )}
    </Flex>
  );
};
