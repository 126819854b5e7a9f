import { Button, Flex, Loader, Menu, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { AuditExportFormat } from '../../../../../contracts/http-audit';
import { useText } from '../../../hooks/useText';
import { useAuditView } from '../useAuditView';
import { useExport } from './useExport';

// The contract's own list brings a validator that the panel has no use for.
const FORMATS: readonly AuditExportFormat[] = ['csv', 'json', 'jsonl', 'ocsf', 'ecs'];

/** What is looked for, as a file; and while it comes, how much of it is there. */
export const ExportMenu = () => {
  const t = useText();
  const { filters } = useAuditView();
  const { received, start, cancel } = useExport();
  if (received !== undefined) return <Receiving bytes={received} onCancel={cancel} />;
  return (
    <Menu.Root>
      <Menu.Trigger variant="secondary" startIcon={<Download />}>
        {t('audit.export.title')}
      </Menu.Trigger>
      <Menu.Content popoverPlacement="bottom-end">
        {FORMATS.map((format) => (
          <Menu.Item key={format} onSelect={() => void start(format, filters)}>
            {t(`audit.export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Content>
    </Menu.Root>
  );
};

const MEGABYTE = 1_000_000;

const Receiving = ({ bytes, onCancel }: { readonly bytes: number; onCancel(): void }) => {
  const t = useText();
  const { formatNumber } = useIntl();
  const size = formatNumber(bytes / MEGABYTE, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  return (
    <Flex gap={3}>
      <Loader small>{t('audit.export.running')}</Loader>
      <Typography textColor="neutral600">{t('audit.export.received', { size })}</Typography>
      {/* The menu that had the keyboard is gone. */}
      <Button variant="tertiary" autoFocus onClick={onCancel}>
        {t('common.cancel')}
      </Button>
    </Flex>
  );
};
