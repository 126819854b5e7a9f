import { Button, Flex, Loader, Menu, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { useText } from '../../hooks/useText';
import { useExport, type ExportFile } from './useExport';

interface ExportMenuProps<Format extends string> {
  /** In which formats there is a file, by what they are called. */
  readonly formats: Readonly<Record<Format, string>>;
  /** Small, among what stands in the head of a list. */
  readonly size?: 'S' | 'M';
  fileOf(format: Format): ExportFile;
  onEnd?(): void;
}

/** Something as a file; and while it comes, how much of it is there. */
export const ExportMenu = <Format extends string>({ formats, size = 'M', fileOf, onEnd }: ExportMenuProps<Format>) => {
  const t = useText();
  const { received, start, cancel } = useExport(onEnd);
  if (received !== undefined) return <Receiving bytes={received} size={size} onCancel={cancel} />;
  return (
    <Menu.Root>
      <Menu.Trigger variant={size === 'S' ? 'tertiary' : 'secondary'} size={size} startIcon={<Download />}>
        {t('export.title')}
      </Menu.Trigger>
      <Menu.Content popoverPlacement="bottom-end">
        {(Object.keys(formats) as Format[]).map((format) => (
          <Menu.Item key={format} onSelect={() => void start(fileOf(format))}>
            {formats[format]}
          </Menu.Item>
        ))}
      </Menu.Content>
    </Menu.Root>
  );
};

const MEGABYTE = 1_000_000;

interface ReceivingProps {
  readonly bytes: number;
  readonly size: 'S' | 'M';
  onCancel(): void;
}

const Receiving = ({ bytes, size, onCancel }: ReceivingProps) => {
  const t = useText();
  const { formatNumber } = useIntl();
  const received = formatNumber(bytes / MEGABYTE, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  return (
    <Flex gap={3}>
      <Loader small>{t('export.running')}</Loader>
      <Typography textColor="neutral600">{t('export.received', { size: received })}</Typography>
      {/* The menu that had the keyboard is gone. */}
      <Button variant="tertiary" size={size} autoFocus onClick={onCancel}>
        {t('common.cancel')}
      </Button>
    </Flex>
  );
};
