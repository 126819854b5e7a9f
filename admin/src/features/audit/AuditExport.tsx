import type { AuditExportFormat } from '../../../../contracts/http-audit';
import { useText } from '../../hooks/useText';
import { ExportMenu } from '../exports/ExportMenu';
import { usePlainFormats } from '../exports/usePlainFormats';
import { exportAddress, useRefreshAudit } from './api';
import { useAuditView } from './useAuditView';

/** What is looked for in the log, as a file. */
export const AuditExport = () => {
  const t = useText();
  const { filters } = useAuditView();
  const [refresh] = useRefreshAudit();
  const formats = { ...usePlainFormats(), ocsf: t('audit.export.ocsf'), ecs: t('audit.export.ecs') };
  const fileOf = (format: AuditExportFormat) => ({ address: exportAddress(filters, format), name: `audit-log.${format === 'ocsf' || format === 'ecs' ? 'jsonl' : format}` });
  // That it was exported is in the log, too.
  return <ExportMenu<AuditExportFormat> formats={formats} fileOf={fileOf} onEnd={() => void refresh()} />;
};
